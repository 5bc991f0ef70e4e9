package dev.muster.policy.drl.interpretation;

import dev.muster.policy.drl.Members;
import dev.muster.policy.drl.Property;
import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.value.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.drools.base.factmodel.ClassDefinition;
import org.drools.base.reteoo.PropertySpecificUtil;
import org.drools.base.rule.TypeDeclaration;
import org.drools.util.bitmask.AllSetBitMask;
import org.drools.util.bitmask.BitMask;
import org.jspecify.annotations.Nullable;

/** Which bit stands for which property, so that a change of one property wakes only what reads it. */
public final class TypeMasks {
    private final Vocabulary vocabulary;

    public TypeMasks(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The mask of a change; of anything if it is not known what changed. */
    BitMask mask(Class<?> type, @Nullable Set<String> properties) {
        List<String> all = properties(type);
        if (properties == null || !all.containsAll(properties)) {
            return AllSetBitMask.get();
        }
        BitMask mask = PropertySpecificUtil.getEmptyPropertyReactiveMask(all.size());
        for (String property : properties) {
            mask = mask.set(all.indexOf(property) + PropertySpecificUtil.CUSTOM_BITS_OFFSET);
        }
        return mask;
    }

    /** How much text is in a fact. */
    long characters(Object fact) {
        Members members = vocabulary.members(fact.getClass());
        long characters = Extent.characters(fact);
        for (String name : members.propertyNames()) {
            Property property = members.property(name);
            characters +=
                    property == null ? 0 : Extent.characters(property.getter().apply(fact));
        }
        return characters;
    }

    private List<String> properties(Class<?> type) {
        List<String> properties = new ArrayList<>(List.of("this"));
        properties.addAll(vocabulary.members(type).propertyNames());
        return properties;
    }

    /** Tells Drools of a type's properties without letting it look at the class. */
    public TypeDeclaration declaration(VocabularyType type) {
        return new Declared(type, properties(type.javaType()));
    }

    private static final class Declared extends TypeDeclaration {
        private static final long serialVersionUID = 1L;

        private final transient List<String> properties;

        Declared(VocabularyType type, List<String> properties) {
            super(type.name());
            this.properties = List.copyOf(properties);
            setTypeClassDef(new ClassDefinition(type.javaType()));
            setTypeClass(type.javaType());
            setPropertyReactive(true);
        }

        @Override
        public List<String> getAccessibleProperties() {
            return properties;
        }
    }
}
