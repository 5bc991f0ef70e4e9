package dev.muster.policy.settings;

import dev.muster.plan.Running.Format;
import dev.muster.plan.Running.Handing;
import dev.muster.plan.Running.Report;
import dev.muster.plan.Running.Telling;
import dev.muster.plan.settling.RunningFrame;
import dev.muster.source.YamlNode;
import java.util.List;

/** Reads how {@code pack.yaml} wants plans to be carried out. */
record RunningYaml(YamlNode node) {
    RunningFrame read() {
        if (!node.isPresent()) {
            return RunningFrame.USUAL;
        }
        node.onlyKeys("context", "auditTrail", "status", "resumeFrom", "parallelFailures", "onTrouble", "report");
        return new RunningFrame(
                PackYaml.word(node.get("context"), Handing.DEPENDENCIES, Handing.class),
                node.get("auditTrail").boolOr(true),
                PackYaml.word(node.get("status"), Telling.END, Telling.class),
                atLeast(1, node.get("resumeFrom"), 1),
                atLeast(0, node.get("parallelFailures"), 0),
                node.get("onTrouble").texts(),
                report(node.get("report")),
                List.of(PackYaml.because(node, "running", "the pack wants its plans carried out so")));
    }

    private static Report report(YamlNode report) {
        report.onlyKeys("format", "parts");
        return new Report(
                PackYaml.word(report.get("format"), Format.TEXT, Format.class),
                report.get("parts").texts());
    }

    private static int atLeast(int least, YamlNode node, int absent) {
        int number = node.integerOr(absent);
        if (number < least) {
            node.fault("This number is at least " + least + "; found " + number + ".");
        }
        return number;
    }
}
