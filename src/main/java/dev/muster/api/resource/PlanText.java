package dev.muster.api.resource;

import dev.muster.api.problem.MediaTypes;
import dev.muster.app.planning.PlanFormat;
import dev.muster.plan.Plan;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes a plan as the document or the diagram that the client accepts. */
@Provider
@Produces({MediaTypes.MARKDOWN, MediaTypes.MERMAID})
public class PlanText implements MessageBodyWriter<Plan> {
    private final UriInfo uri;

    PlanText(UriInfo uri) {
        this.uri = uri;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Plan.class;
    }

    @Override
    public void writeTo(
            Plan plan,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        PlanFormat format =
                MediaType.valueOf(MediaTypes.MERMAID).isCompatible(mediaType) ? PlanFormat.MERMAID : PlanFormat.MD;
        boolean why = !"false".equals(uri.getQueryParameters().getFirst("why"));
        headers.putSingle("Content-Type", mediaType.withCharset("utf-8"));
        out.write(format.render(plan, why).getBytes(StandardCharsets.UTF_8));
    }
}
