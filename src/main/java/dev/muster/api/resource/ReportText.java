package dev.muster.api.resource;

import dev.muster.api.problem.MediaTypes;
import dev.muster.run.report.ReportMarkdown;
import dev.muster.run.report.RunReport;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Writes a run's report as the document that people read. */
@Provider
@Produces(MediaTypes.MARKDOWN)
public class ReportText implements MessageBodyWriter<RunReport> {
    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return RunReport.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            RunReport report,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        out.write(ReportMarkdown.of(report).getBytes(StandardCharsets.UTF_8));
    }
}
