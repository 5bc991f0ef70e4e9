package dev.muster.policy.live;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/** Edits of files by chance: cuts, lost and doubled lines, words and bytes put where others were, files moved and removed. */
final class RandomEdit {
    private final Random random;
    private final SortedMap<String, byte[]> files;

    RandomEdit(Random random, SortedMap<String, byte[]> files) {
        this.random = random;
        this.files = new TreeMap<>(files);
    }

    SortedMap<String, byte[]> files() {
        return files;
    }

    void apply() {
        String path = any(new ArrayList<>(files.keySet()));
        byte[] content = Objects.requireNonNull(files.get(path));
        switch (random.nextInt(10)) {
            case 0 -> files.put(path, Arrays.copyOf(content, random.nextInt(content.length + 1)));
            case 1 -> files.remove(path);
            case 2 -> {
                files.remove(path);
                files.put(path + any(List.of("", "~", ".csv", ".drl", ".yaml")), content);
            }
            case 3 -> files.put(any(new ArrayList<>(files.keySet())), content);
            case 4 -> files.put(path, withBytes(content));
            case 5, 6 -> files.put(path, withOtherWord(content));
            default -> files.put(path, withOtherLines(content));
        }
    }

    private byte[] withBytes(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int at = random.nextInt(content.length + 1);
        out.write(content, 0, at);
        byte[] noise = new byte[1 + random.nextInt(4)];
        random.nextBytes(noise);
        out.writeBytes(
                random.nextBoolean()
                        ? noise
                        : any(List.of("(", "\"", "'", "{", "- ", ":", "\t", ",", "end"))
                                .getBytes(StandardCharsets.UTF_8));
        int skipped = Math.min(content.length - at, random.nextInt(3));
        out.write(content, at + skipped, content.length - at - skipped);
        return out.toByteArray();
    }

    private byte[] withOtherWord(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        List<String> words = List.of(text.split("\\W+"));
        return text.replaceFirst("\\b" + any(words) + "\\b", any(words)).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] withOtherLines(byte[] content) {
        List<String> lines = new ArrayList<>(List.of(new String(content, StandardCharsets.UTF_8).split("\n", -1)));
        int line = random.nextInt(lines.size());
        switch (random.nextInt(3)) {
            case 0 -> lines.remove(line);
            case 1 -> lines.add(line, any(lines));
            default -> Collections.swap(lines, line, random.nextInt(lines.size()));
        }
        return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
