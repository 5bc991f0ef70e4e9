package dev.muster.reading.nativeimage;

import com.oracle.svm.core.annotate.Alias;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;

/** Lucene without the incubating vector module: texts are short, and the module cannot be looked up in an executable. */
@TargetClass(className = "org.apache.lucene.internal.vectorization.VectorizationProvider")
final class PlainVectorization {
    private PlainVectorization() {}

    @Substitute
    static PlainVectorization lookup(@SuppressWarnings("unused") boolean testMode) {
        return (PlainVectorization) (Object) new DefaultProvider();
    }
}

/** Stands for Lucene's own default, which is not public. */
@TargetClass(className = "org.apache.lucene.internal.vectorization.DefaultVectorizationProvider")
final class DefaultProvider {
    @Alias
    DefaultProvider() {}
}
