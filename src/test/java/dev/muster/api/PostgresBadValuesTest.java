package dev.muster.api;

import dev.muster.TempData;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(TempData.class)
@WithTestResource(PostgresData.class)
class PostgresBadValuesTest extends BadValuesBehaviour {}
