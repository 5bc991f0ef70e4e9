package dev.muster.reading.masking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.muster.reading.Reading;
import dev.muster.reading.matching.Read;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each text says "cache" where it asks for nothing, or where it does. */
class TextMaskingTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Look:\n```ruby\nRails.cache.write\n```\nafter",
                "Look:\n~~~\ncache = new Cache();\n~~~",
                "Look:\n```\ncache = x\n",
                "{code:java}cache.put(a, b){code} fails",
                "{noformat}\nthe cache\n{noformat}",
                "It says:\n\n    cache.put(key, value);\n    cache.flush();\n\nand stops",
                "Run `docker exec cache sh` first",
                "Run `$ redis-cli flush cache` first",
                "Here `if (cache == null) { return; }` is wrong",
                "See `SELECT cache FROM settings WHERE id = 1`",
                "In /var/www/webstats/tmp/cache/tracker the file is missing",
                "src/cache/index.ts does not compile",
                "Fails in App\\Cache\\Store and in com.example.cache.CacheStore",
                "Cache::Store is loaded twice",
                "<pre>cache miss</pre>",
                "The body is {\"cache\": {\"ttl\": 5}} then",
            })
    void code_is_masked(String text) {
        assertThat(Read.how(text, "cache")).isEqualTo("code");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.IllegalStateException: cache closed\n\tat com.example.Cache.get(Cache.java:12)\n\t... 3 more",
                "\tat com.example.cache.Store.read(Store.java:77) ~[cache.jar:1.0]",
                "Caused by: org.example.CacheException: cache is full",
                "Traceback (most recent call last):\n  File \"cache.py\", line 3, in get\n    return cache[key]\nKeyError: 'cache'",
                "TypeError: cache is undefined\n    at Cache.get (/app/cache.js:10:5)\n    at async main (/app/x.js:1:1)",
                "panic: cache: nil map\n\ngoroutine 1 [running]:\nmain.cache(0x1, 0x2)\n\t/app/cache.go:12 +0x1d",
                "cache.rb:20:in `fetch': NaN (FloatDomainError)\n\tfrom cache.rb:30:in `get'",
                "#0 /var/www/cache.php(12): Cache->get('a')\n#1 {main}",
                "PHP Fatal error:  Uncaught Error: cache in x.php:3",
                "   at Example.Cache.Get() in C:\\src\\Cache.cs:line 12",
                "thread 'main' panicked at 'cache', src/main.rs:2:5",
            })
    void stack_trace_is_masked(String text) {
        assertThat(Read.how(text, "cache", "cache*")).startsWith("stack-trace").doesNotContain("asked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-11-02 08:14:05,117 INFO cache started",
                "[DEBUG] cache_infos: cache remaining: 801",
                "[2020-01-01T10:00:00Z] cache started",
                "Nov  2 08:14:05 host app: cache started",
                "It fails.   2015-11-02 08:14:05,117 [RxIOPool-7] ERROR corepersistence.X - cache closed",
                "time=\"2020-01-01\" level=info msg=\"cache\"",
                "10.0.0.1 - - [02/Nov/2015] \"GET /cache\" 200",
                "ERROR org.example.Store cache failed",
            })
    void log_line_is_masked(String text) {
        assertThat(Read.how(text, "cache")).isEqualTo("log");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I run Node 20.1, Cache 7.2, Postgres 15",
                "Broken.\n\n### Environment\n\nUbuntu with a cache\n",
                "Broken.\n\n### Platform information\n- Web, cache on\n",
                "Broken\n\nEnvironment:\n- cache on\n- Linux\n",
                "- OS: Linux with cache\n- Browser: Firefox 33.0",
                "* Cache Version: Latest",
                "Seen on Cache 7.2.1 only",
                "- Cache: 7.2.1",
            })
    void version_list_is_masked(String text) {
        assertThat(Read.how(text, "cache")).isEqualTo("versions");
    }

    @Test
    void other_masks_tell_their_reason() {
        assertThat(Read.how("Hi\n> add a cache\nyes", "cache")).isEqualTo("quote");
        assertThat(Read.how("{quote}add a cache{quote} yes", "cache")).isEqualTo("quote");
        assertThat(Read.how("See https://example.org/cache/users?x=1.", "cache"))
                .isEqualTo("url");
        assertThat(Read.how("See [this](https://example.org/cache) page", "cache"))
                .isEqualTo("url");
        assertThat(Read.how("Mail cache@example.org", "cache")).isEqualTo("url");
        assertThat(Read.how("<!-- add a cache if needed -->", "cache")).isEqualTo("boilerplate");
        assertThat(Read.how("## Smoke tests\n- [ ] cache works\n", "cache")).isEqualTo("boilerplate");
        assertThat(Read.how("- [ ] Deploy on prod", "deploy")).isEqualTo("boilerplate");
        assertThat(Read.how("- [ ] Code reviewed", "review")).isEqualTo("boilerplate");
        assertThat(Read.how("### Steps to reproduce\n1. Clear the cache\n2. Log in\n", "cache"))
                .isEqualTo("reproduction");
        assertThat(Read.how("Add it.\n\n## Out of scope\n- the cache\n", "cache"))
                .isEqualTo("negated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Add a cache",
                "`CacheStore` gets a new field",
                "`PATCH /cache/:id` must return 404",
                "The endpoint `/api/cache` is slow",
                "The endpoint /api/cache is slow",
                "Upgrade Cache 6.2 to 7.0",
                "- [ ] Query that fills the cache",
                "- [x] Cache invalidation on reboot",
                "### Environment\nLinux\n### Wanted\nA cache",
                "Environment:\n- Linux\n\nPlease add a cache",
                "    * add a cache",
                "1. Do this\n\n    and then add a cache to it\n",
                "```\nWhen running the command it would help a lot if the messages also\nsaid that the cache has been used, instead of naming"
                        + " just the key it belongs to and so on.\n```",
                "{quote} The cache is wrong and must be cleared",
                "ERROR: the cache is wrong",
                "cache: add an invalidation",
                "My cache",
            })
    void own_words_stay(String text) {
        assertThat(Read.how(text, "cache")).isEqualTo("asked");
    }

    @Test
    void signal_asked_for_elsewhere_is_no_mention() {
        Reading reading = Read.text("Add a cache.\n> cache", "cache");

        assertThat(reading.signals()).hasSize(1);
        assertThat(reading.mentions()).isEmpty();
    }
}
