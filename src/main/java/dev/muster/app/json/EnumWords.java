package dev.muster.app.json;

import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import dev.muster.plan.Complexity;
import dev.muster.source.EnumWord;

/** Writes {@code NEEDS_ANSWERS} as {@code needs-answers}; sizes stay as they are on shirts. */
final class EnumWords extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1L;

    @Override
    public String[] findEnumValues(MapperConfig<?> config, AnnotatedClass type, Enum<?>[] values, String[] names) {
        if (type.getRawType() == Complexity.class) {
            return super.findEnumValues(config, type, values, names);
        }
        String[] words = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            words[i] = EnumWord.of(values[i]);
        }
        return words;
    }
}
