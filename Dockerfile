# syntax=docker/dockerfile:1

# docker build -t muster .                             the native executable
# docker build -t muster --build-arg MODE=jvm .        the same on a JVM
# docker run --rm -p 127.0.0.1:8080:8080 -e MUSTER_ADMIN_KEY="$(openssl rand -hex 32)" muster
# docker run --rm muster plan "Add an endpoint for invoices"
# For arm64 build on arm64, or with docker buildx and --platform linux/arm64: both images and the program are there for both.
# Bring your own policy with -v "$PWD/rules:/rules:ro" -v "$PWD/agents:/agents:ro"; plans are kept in the volume /data.
ARG MODE=native
ARG MANDREL=quay.io/quarkus/ubi9-quarkus-mandrel-builder-image:jdk-25
ARG JDK=docker.io/library/eclipse-temurin:25-jdk
ARG NATIVE_BASE=quay.io/quarkus/ubi9-quarkus-micro-image:2.0
ARG JVM_BASE=docker.io/library/eclipse-temurin:25-jre

FROM ${MANDREL} AS build-native
USER root
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
COPY rules rules
COPY agents agents
RUN --mount=type=cache,target=/maven MAVEN_USER_HOME=/maven ./mvnw -B -Dmaven.repo.local=/maven/repository -Dnative -Prelease -Dmaven.test.skip -Dspotless.check.skip package \
    && mkdir -p /image/data /image/opt && cp target/*-runner /image/opt/muster \
    && cp target/bom.json /image/opt

FROM ${JDK} AS build-jvm
WORKDIR /src
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
COPY rules rules
COPY agents agents
RUN --mount=type=cache,target=/maven MAVEN_USER_HOME=/maven ./mvnw -B -Dmaven.repo.local=/maven/repository -Prelease -Dmaven.test.skip -Dspotless.check.skip package \
    && mkdir -p /image/data /image/opt && cp -r target/quarkus-app/. /image/opt \
    && cp target/bom.json /image/opt

FROM ${NATIVE_BASE} AS native
COPY --from=build-native --chown=1001:0 /image/data /data
COPY --from=build-native /image/opt /opt/muster
COPY rules /rules
COPY agents /agents
# A heap limit, since the default is most of the machine's memory, of which as much is for young objects as one plan makes, so
# that a command ends before it would collect any. A later flag counts: docker run … muster -Xmx256m -Xmn80m serve
ENTRYPOINT ["/opt/muster/muster", "-Xmx96m", "-Xmn40m"]
HEALTHCHECK --interval=10s --timeout=6s --start-period=5s CMD ["/opt/muster/muster", "health"]

FROM ${JVM_BASE} AS jvm
COPY --from=build-jvm --chown=1001:0 /image/data /data
COPY --from=build-jvm /image/opt /opt/muster
COPY rules /rules
COPY agents /agents
# Classes loaded and linked by the very JVM that runs them: starts take a third of the time.
RUN java -XX:+UseSerialGC -XX:AOTCacheOutput=/opt/muster/muster.aot --enable-native-access=ALL-UNNAMED \
    --sun-misc-unsafe-memory-access=allow -jar /opt/muster/quarkus-run.jar \
    plan --why --data /tmp/warm-up "Add an endpoint for invoices" && rm -rf /tmp/warm-up
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", "-XX:-UsePerfData", \
    "-Xlog:disable", "-XX:AOTCache=/opt/muster/muster.aot", "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", "-jar", "/opt/muster/quarkus-run.jar"]
HEALTHCHECK --interval=10s --timeout=6s --start-period=15s CMD ["java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", \
    "-XX:-UsePerfData", "-Xlog:disable", "-XX:AOTCache=/opt/muster/muster.aot", \
    "-jar", "/opt/muster/quarkus-run.jar", "health"]

FROM ${MODE}
ARG VERSION=unreleased
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Muster" \
      org.opencontainers.image.description="Plans by rules which agents work on a software task, and says why" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}"
# Inside a container loopback reaches nobody: who may reach the port is said where it is published.
ENV MUSTER_HOST=0.0.0.0 MUSTER_PORT=8080 MUSTER_RULES=/rules MUSTER_AGENTS=/agents MUSTER_DATA=/data
USER 1001
WORKDIR /data
VOLUME /data
EXPOSE 8080
CMD ["serve"]
