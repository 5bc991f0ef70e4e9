package dev.muster.cli.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What a person hands in, as workers report it. */
final class PersonsWork {
    private PersonsWork() {}

    /** A step that is done. */
    static ObjectNode done(String summary) {
        return report(
                JsonNodeFactory.instance.objectNode().put("status", "done").put("summary", summary));
    }

    /**
     * What a review comes to.
     *
     * @param findings what must be changed
     */
    static ObjectNode verdict(String word, List<String> findings, String summary) {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("verdict", word);
        ArrayNode list = result.put("summary", summary).putArray("findings");
        findings.forEach(text ->
                list.addObject().put("severity", "high").put("text", text).put("mustFix", true));
        return report(result);
    }

    private static ObjectNode report(ObjectNode result) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.set("result", result);
        return report;
    }
}
