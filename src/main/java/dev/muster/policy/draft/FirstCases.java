package dev.muster.policy.draft;

/** Cases that show what the first pack does, each for one agent. */
final class FirstCases {
    private FirstCases() {}

    static String of(Team team) {
        StringBuilder cases = new StringBuilder(
                "# Whom words bring in, and whom the words of a field; add the tasks that your team really has.\n\n");
        for (Draft draft : team.drafts()) {
            if (!draft.words().isEmpty()) {
                add(cases, "words of " + draft.name() + " bring it in", signal(draft.name()), draft.name(), "agents");
            }
        }
        team.generals()
                .forEach((field, general) -> add(
                        cases,
                        general.name() + " leads in " + field.name(),
                        signal(field.name()),
                        general.name(),
                        "primary"));
        add(
                cases,
                "where no words ask for anybody somebody works all the same",
                "  task: Please see to it\n",
                team.fallback().name(),
                "agents");
        return cases.toString();
    }

    private static String signal(String name) {
        return "  facts: [{Signal: {name: " + QuotedText.yaml(name) + "}}]\n";
    }

    private static void add(StringBuilder cases, String name, String given, String agent, String aspect) {
        cases.append("- name: ").append(QuotedText.yaml(name)).append('\n').append(given);
        cases.append("  then: {")
                .append(aspect)
                .append(": [")
                .append(QuotedText.yaml(agent))
                .append("]}\n");
    }
}
