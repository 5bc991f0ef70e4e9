package dev.muster.agent.executor.result;

import dev.muster.agent.executor.Purpose;

/** What an agent has to hand in, as JSON Schema. */
public final class ResultSchema {
    private static final String WORK = """
            {
              "type": "object",
              "required": ["status", "summary"],
              "properties": {
                "status": {
                  "enum": ["done", "blocked"],
                  "description": "blocked: it cannot be done as asked; the summary says why and what would help"
                },
                "summary": {"type": "string", "description": "a few sentences for people: what was done, what was decided"},
                "output": {"type": "string", "description": "what whoever builds on this has to know"},
                "filesCreated": {"type": "array", "items": {"type": "string"}},
                "filesChanged": {"type": "array", "items": {"type": "string"}},
                "followUps": {
                  "type": "array",
                  "items": {"type": "string"},
                  "description": "what was found and is not part of this work"
                },
                "nextSteps": {
                  "type": "array",
                  "items": {"type": "string"},
                  "description": "what a person has to do after this work"
                },
                "question": {
                  "type": "string",
                  "description": "only where blocked: what a person has to answer before the work can go on"
                },
                "choices": {"type": "array", "items": {"type": "string"}, "description": "the answers to choose from, if any"},
                "conflicts": {
                  "type": "array",
                  "items": {"type": "string"},
                  "description": "what in that which was handed over contradicts itself, with both positions and what each would cost"
                },
                "links": {"type": "array", "items": {"type": "string"}, "description": "pull requests and the like that were opened"},
                "tests": {
                  "type": "object",
                  "description": "only of tests that were run",
                  "required": ["passed", "failed"],
                  "properties": {
                    "passed": {"type": "integer"},
                    "failed": {"type": "integer"},
                    "skipped": {"type": "integer"},
                    "coveragePercent": {"type": "number"}
                  }
                }
              }
            }
            """;

    private static final String REVIEW = """
            {
              "type": "object",
              "required": ["verdict", "summary", "findings"],
              "properties": {
                "verdict": {
                  "enum": ["pass", "changes"],
                  "description": "changes: at least one finding must be fixed before the work goes on"
                },
                "summary": {"type": "string", "description": "a few sentences for people: what was looked at, and how"},
                "findings": {
                  "type": "array",
                  "items": {
                    "type": "object",
                    "required": ["severity", "text", "mustFix"],
                    "properties": {
                      "severity": {"enum": ["low", "medium", "high"]},
                      "file": {"type": "string"},
                      "line": {"type": "integer", "minimum": 1},
                      "text": {"type": "string", "description": "what is wrong, what comes of it, and what to do"},
                      "mustFix": {"type": "boolean"}
                    }
                  }
                },
                "followUps": {
                  "type": "array",
                  "items": {"type": "string"},
                  "description": "what was found and is not part of the work under review"
                }
              }
            }
            """;

    private ResultSchema() {}

    public static String of(Purpose purpose) {
        return purpose == Purpose.REVIEW ? REVIEW : WORK;
    }
}
