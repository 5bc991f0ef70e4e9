package dev.muster.plan.rendering;

/** A Markdown document as it grows: blank lines where Markdown wants them, lists indented under what they belong to. */
public final class MarkdownPage {
    private final StringBuilder text = new StringBuilder();
    private String indent = "";
    private boolean inList;

    public void heading(int level, String words) {
        block("#".repeat(Math.min(level, 6)) + " " + words);
    }

    public void paragraph(String words) {
        block(words);
    }

    public void item(String words) {
        item(words, () -> {});
    }

    public void item(String words, Runnable below) {
        marked("- ", words, below);
    }

    void numbered(int number, String words, Runnable below) {
        marked(number + ". ", words, below);
    }

    /** Lines that are Markdown already. */
    void raw(String markdown) {
        gap();
        inList = false;
        text.append(markdown).append('\n');
    }

    /** Another line of the item that was just begun. */
    void more(String words) {
        line(words);
    }

    private void marked(String mark, String words, Runnable below) {
        if (!inList) {
            gap();
            inList = true;
        }
        line(mark + words);
        String outer = indent;
        indent = outer + " ".repeat(mark.length());
        below.run();
        indent = outer;
    }

    private void block(String words) {
        gap();
        inList = false;
        line(words);
    }

    private void gap() {
        if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private void line(String words) {
        text.append((indent + words).stripTrailing()).append('\n');
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
