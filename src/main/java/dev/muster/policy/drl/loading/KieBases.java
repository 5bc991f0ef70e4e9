package dev.muster.policy.drl.loading;

import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.VocabularyType;
import dev.muster.policy.drl.interpretation.TypeMasks;
import java.util.LinkedHashMap;
import java.util.Map;
import org.drools.base.definitions.InternalKnowledgePackage;
import org.drools.core.base.ClassFieldAccessorCache;
import org.drools.core.impl.RuleBaseFactory;
import org.drools.core.reteoo.CoreComponentFactory;
import org.drools.kiesession.rulebase.InternalKnowledgeBase;
import org.drools.kiesession.rulebase.KnowledgeBaseFactory;
import org.kie.api.KieBase;

/** Builds a {@code KieBase} from a package of rules. */
final class KieBases {
    static final String PACKAGE = "muster";

    private KieBases() {}

    static InternalKnowledgePackage newPackage() {
        return newPackage(PACKAGE);
    }

    private static InternalKnowledgePackage newPackage(String name) {
        ClassLoader loader = KieBases.class.getClassLoader();
        InternalKnowledgePackage rules = CoreComponentFactory.get().createKnowledgePackage(name);
        rules.setClassFieldAccessorCache(new ClassFieldAccessorCache(loader));
        rules.setClassLoader(loader);
        return rules;
    }

    /** Drools looks for what it knows of a type in the package that has the name of the type's Java package. */
    static KieBase build(InternalKnowledgePackage rules, Vocabulary vocabulary, TypeMasks masks) {
        Map<String, InternalKnowledgePackage> packages = new LinkedHashMap<>(Map.of(PACKAGE, rules));
        for (VocabularyType type : vocabulary.types()) {
            String name = type.javaType().getPackageName();
            if (!name.equals("java.lang")) {
                packages.computeIfAbsent(name, KieBases::newPackage).addTypeDeclaration(masks.declaration(type));
            }
        }
        InternalKnowledgeBase base =
                KnowledgeBaseFactory.newKnowledgeBase(PACKAGE, RuleBaseFactory.newKnowledgeBaseConfiguration());
        base.addPackages(packages.values());
        return base;
    }
}
