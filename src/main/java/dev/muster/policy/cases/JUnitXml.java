package dev.muster.policy.cases;

import dev.muster.policy.cases.CaseResult.Mismatch;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Results of cases in the XML that build servers read: a suite for each file, a test case for each case. */
public final class JUnitXml {
    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static String of(List<CaseResult> results) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new JUnitXml(xml).write(results);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("A text in memory cannot fail to be written to.", e);
        }
        return text.toString();
    }

    private void write(List<CaseResult> results) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line("\n");
        start("testsuites", results);
        for (Map.Entry<String, List<CaseResult>> file : byFile(results).entrySet()) {
            line("\n  ");
            start("testsuite", file.getValue());
            xml.writeAttribute("name", file.getKey());
            for (CaseResult result : file.getValue()) {
                testCase(result);
            }
            line("\n  ");
            xml.writeEndElement();
        }
        line("\n");
        xml.writeEndElement();
        line("\n");
        xml.writeEndDocument();
    }

    private static Map<String, List<CaseResult>> byFile(List<CaseResult> results) {
        return results.stream()
                .collect(Collectors.groupingBy(
                        result -> result.place().file(), LinkedHashMap::new, Collectors.toList()));
    }

    private void start(String element, List<CaseResult> results) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("tests", String.valueOf(results.size()));
        xml.writeAttribute(
                "failures",
                String.valueOf(
                        results.stream().filter(result -> !result.passed()).count()));
    }

    private void testCase(CaseResult result) throws XMLStreamException {
        line("\n    ");
        xml.writeStartElement("testcase");
        xml.writeAttribute(
                "classname",
                result.place().file().replaceAll("\\.cases\\.yaml$", "").replace('/', '.'));
        xml.writeAttribute("name", clean(result.name()));
        xml.writeAttribute("file", result.place().file());
        xml.writeAttribute("line", String.valueOf(result.place().line()));
        for (Mismatch mismatch : result.mismatches()) {
            line("\n      ");
            xml.writeStartElement("failure");
            xml.writeAttribute("message", clean("expected " + mismatch.expected()));
            xml.writeCharacters(clean("at " + mismatch.place() + "\nexpected " + mismatch.expected() + "\nfound "
                    + mismatch.found() + "\nfired " + String.join(", ", result.fired())));
            xml.writeEndElement();
        }
        if (!result.passed()) {
            line("\n    ");
        }
        xml.writeEndElement();
    }

    private void line(String space) throws XMLStreamException {
        xml.writeCharacters(space);
    }

    /** XML has no way at all to write most control characters. */
    private static String clean(String text) {
        return text.codePoints()
                .filter(c -> c == '\t' || c == '\n' || c >= 0x20 && c != 0xFFFE && c != 0xFFFF && !isSurrogate(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
