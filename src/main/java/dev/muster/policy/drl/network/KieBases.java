package dev.muster.policy.drl.network;

import dev.muster.policy.drl.Vocabulary;
import dev.muster.policy.drl.VocabularyType;
import java.util.List;
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
        ClassLoader loader = KieBases.class.getClassLoader();
        InternalKnowledgePackage rules = CoreComponentFactory.get().createKnowledgePackage(PACKAGE);
        rules.setClassFieldAccessorCache(new ClassFieldAccessorCache(loader));
        rules.setClassLoader(loader);
        return rules;
    }

    static KieBase build(InternalKnowledgePackage rules, Vocabulary vocabulary, TypeMasks masks) {
        for (VocabularyType type : vocabulary.types()) {
            if (!type.javaType().getName().startsWith("java.lang.")) {
                rules.addTypeDeclaration(masks.declaration(type));
            }
        }
        InternalKnowledgeBase base =
                KnowledgeBaseFactory.newKnowledgeBase(PACKAGE, RuleBaseFactory.newKnowledgeBaseConfiguration());
        base.addPackages(List.of(rules));
        return base;
    }
}
