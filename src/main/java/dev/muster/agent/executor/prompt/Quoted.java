package dev.muster.agent.executor.prompt;

import dev.muster.agent.executor.Excerpt;
import dev.muster.file.OwnerOnly;
import dev.muster.secret.Masking;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Shows texts of others in a prompt: fenced, since they are material and no instruction, and by a file where they are long. */
final class Quoted {
    private static final int BEGINNING = 1_500;
    private static final int SHORT_BEGINNING = 200;

    private final @Nullable Path folder;
    private final Masking masking;
    private int room;
    private int files;

    /**
     * A prompt's room.
     *
     * @param folder where long texts go; null where the reader could not open files of this machine
     * @param room how many characters may stand in the prompt altogether
     * @param masking takes secrets out of what goes to files
     */
    Quoted(@Nullable Path folder, int room, Masking masking) {
        this.folder = folder;
        this.room = room;
        this.masking = masking;
    }

    /** A text in Markdown, whole where it has at most so many characters and there is still room. */
    String show(String name, String unmasked, int maxCharacters) throws IOException {
        String text = masking.mask(unmasked);
        int max = Math.min(maxCharacters, room);
        if (text.length() <= max) {
            room -= text.length();
            return fence(text);
        }
        if (folder == null) {
            String excerpt = Excerpt.of(text, Math.max(max, BEGINNING));
            room -= Math.min(room, excerpt.length());
            return fence(excerpt);
        }
        int beginning = room > BEGINNING ? BEGINNING : SHORT_BEGINNING;
        Path file = OwnerOnly.folder(folder).resolve("%02d-%s.md".formatted(++files, name));
        OwnerOnly.write(file, text);
        room -= Math.min(room, beginning);
        return "It has %d characters; read all of it in `%s`. It begins:\n\n%s"
                .formatted(text.length(), file, fence(Excerpt.beginning(text, beginning)));
    }

    /** A fence that is longer than any in the text. */
    private static String fence(String text) {
        int longest = 2;
        for (int i = 0, run = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return fence + "\n" + text.strip() + "\n" + fence;
    }
}
