package dev.muster.fact;

/**
 * What a person submitted, in their own words.
 *
 * @param title one line, empty where none was given
 * @param description the rest, empty where the title says it all; never both empty
 */
public record Task(String title, String description) {
    public Task {
        if (title.isBlank() && description.isBlank()) {
            throw new IllegalArgumentException("A task needs a title or a description; both are empty.");
        }
    }

    /** The number of words in title and description together. */
    public int words() {
        return countWords(title) + countWords(description);
    }

    /** The number of words in the description alone. */
    public int descriptionWords() {
        return countWords(description);
    }

    private static int countWords(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
