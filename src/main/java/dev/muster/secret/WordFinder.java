package dev.muster.secret;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Many words, of which all are found in one pass over a text, in a time that grows with the text alone (Aho and Corasick's
 * automaton). Whose text it is does not matter, nor how much of it looks like a word.
 *
 * @param <T> what a word stands for
 */
final class WordFinder<T> {
    private final List<Node<T>> nodes = new ArrayList<>();

    /** The state after some characters: the longest beginning of a word that they end with. */
    private static final class Node<T> {
        final Map<Character, Integer> next = new HashMap<>();
        final int depth;
        int shorter;
        int length;
        List<T> ends = List.of();

        Node(int depth) {
            this.depth = depth;
        }
    }

    /** Where a word stands. */
    record Hit<T>(int from, int to, T what) {}

    WordFinder(Map<String, T> words) {
        nodes.add(new Node<>(0));
        words.forEach(this::add);
        link();
    }

    private void add(String word, T what) {
        int at = 0;
        for (int i = 0; i < word.length(); i++) {
            char character = word.charAt(i);
            Integer next = nodes.get(at).next.get(character);
            if (next == null) {
                next = nodes.size();
                nodes.add(new Node<>(i + 1));
                nodes.get(at).next.put(character, next);
            }
            at = next;
        }
        nodes.get(at).length = word.length();
        nodes.get(at).ends = List.of(what);
    }

    /** Breadth first, so that what is shorter is known already. A word that ends within another one's end is found by that. */
    private void link() {
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int at = open.remove();
            Node<T> node = nodes.get(at);
            node.next.forEach((character, next) -> {
                Node<T> child = nodes.get(next);
                child.shorter = at == 0 ? 0 : step(node.shorter, character);
                if (child.length == 0) {
                    child.length = nodes.get(child.shorter).length;
                    child.ends = nodes.get(child.shorter).ends;
                }
                open.add(next);
            });
        }
    }

    private int step(int from, char character) {
        int at = from;
        Integer next = nodes.get(at).next.get(character);
        while (next == null && at != 0) {
            at = nodes.get(at).shorter;
            next = nodes.get(at).next.get(character);
        }
        return next == null ? 0 : next;
    }

    /** At each place the longest word that ends there. */
    List<Hit<T>> in(CharSequence text) {
        List<Hit<T>> hits = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            at = step(at, text.charAt(i));
            Node<T> node = nodes.get(at);
            for (T what : node.ends) {
                hits.add(new Hit<>(i + 1 - node.length, i + 1, what));
            }
        }
        return hits;
    }

    /** How many of a text's last characters are the beginning of a word. */
    int begunAtTheEnd(CharSequence text) {
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            at = step(at, text.charAt(i));
        }
        return nodes.get(at).depth;
    }
}
