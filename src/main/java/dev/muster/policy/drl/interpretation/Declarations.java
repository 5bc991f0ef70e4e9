package dev.muster.policy.drl.interpretation;

import org.drools.base.rule.Declaration;

/** What is done with the declarations that something needs. */
final class Declarations {
    private Declarations() {}

    static void replace(Declaration[] declarations, Declaration oldOne, Declaration newOne) {
        for (int i = 0; i < declarations.length; i++) {
            if (declarations[i].equals(oldOne)) {
                declarations[i] = newOne;
                return;
            }
        }
    }

    static Declaration[] copy(Declaration[] declarations) {
        Declaration[] copies = new Declaration[declarations.length];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = declarations[i].clone();
        }
        return copies;
    }

    /** Whether both read the same from the same places of a tuple. */
    static boolean same(Declaration[] one, Declaration[] other) {
        if (one.length != other.length) {
            return false;
        }
        for (int i = 0; i < one.length; i++) {
            boolean same = one[i].getTupleIndex() == other[i].getTupleIndex()
                    && one[i].getExtractor().equals(other[i].getExtractor());
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
