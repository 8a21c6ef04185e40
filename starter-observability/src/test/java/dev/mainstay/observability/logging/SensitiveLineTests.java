package dev.mainstay.observability.logging;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.mainstay.observability.masking.Sensitive;
import net.logstash.logback.argument.StructuredArguments;
import net.logstash.logback.marker.Markers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An annotated field on every way of an object into a line.
 */
class SensitiveLineTests {

	private static final String SECRET = "Correct Horse";

	private static final Person PERSON = new Person("bob", SECRET);

	private static final Bean BEAN = new Bean("bob", SECRET);

	private final MainstayLogFormatter formatter = new MainstayLogFormatter(new MockEnvironment());

	@ParameterizedTest
	@MethodSource("ways")
	void isMasked(Consumer<Logger> way) {
		JsonNode line = LoggedLine.of(this.formatter, way);
		assertThat(line.toString()).contains("[masked]", "bob").doesNotContain(SECRET, "Horse");
	}

	static Stream<Consumer<Logger>> ways() {
		return Stream.of((logger) -> logger.info("of {}", PERSON),
				(logger) -> logger.info("of {} and {}", 1, List.of(BEAN)),
				(logger) -> logger.info("of {}", (Object) new Object[] { PERSON }),
				(logger) -> logger.atInfo().addKeyValue("p", PERSON).log("a"),
				(logger) -> logger.atInfo().addKeyValue("p", Map.of("x", List.of(BEAN))).log("a"),
				(logger) -> logger.atInfo().addArgument(PERSON).log("a {}"),
				(logger) -> logger.info("a {}", StructuredArguments.kv("p", PERSON)),
				(logger) -> logger.info("a {}", StructuredArguments.v("p", BEAN)),
				(logger) -> logger.info("a", StructuredArguments.kv("p", BEAN)),
				(logger) -> logger.info("a {}", StructuredArguments.fields(PERSON)),
				(logger) -> logger.info("a {}", StructuredArguments.entries(Map.of("p", BEAN))),
				(logger) -> logger.info("a {}", StructuredArguments.array("p", PERSON, BEAN)),
				(logger) -> logger.info("a {}", StructuredArguments.kv("p", new Order(PERSON))),
				(logger) -> logger.info(Markers.append("p", PERSON), "a"),
				(logger) -> logger.info(Markers.appendFields(BEAN), "a"),
				(logger) -> logger.warn("of {}", PERSON, new IllegalStateException("x")));
	}

	@Test
	void theRestOfTheObjectStays() {
		JsonNode line = LoggedLine.of(this.formatter,
				(logger) -> logger.info("{} {}", PERSON, StructuredArguments.kv("p", PERSON)));
		assertThat(line.path("message").asString())
			.isEqualTo("Person[name=bob, motto=[masked]] p=Person[name=bob, motto=[masked]]");
		assertThat(line.path("attributes"))
			.isEqualTo(LogSchema.parse("{\"p\":{\"name\":\"bob\",\"motto\":\"[masked]\"}}"));
	}

	@Test
	void aPropertyThatJacksonLeavesOutStaysOut() {
		JsonNode line = LoggedLine.of(this.formatter,
				(logger) -> logger.info("a", StructuredArguments.kv("p", new Hidden(SECRET, 1))));
		assertThat(line.path("attributes")).isEqualTo(LogSchema.parse("{\"p\":{\"id\":1}}"));
	}

	@Test
	void isShownWhereMaskingIsOff() {
		MainstayLogFormatter off = new MainstayLogFormatter(
				new MockEnvironment().withProperty("mainstay.masking.enabled", "false"));
		JsonNode line = LoggedLine.of(off, (logger) -> logger.info("{}", StructuredArguments.kv("p", PERSON)));
		assertThat(line.path("message").asString()).contains(SECRET);
		assertThat(line.path("attributes").path("p").path("motto").asString()).isEqualTo(SECRET);
	}

	record Person(String name, @Sensitive String motto) {

	}

	record Order(Person person) {

	}

	record Hidden(@Sensitive @JsonIgnore String motto, int id) {

	}

	public static final class Bean {

		private final String name;

		@Sensitive
		private final String motto;

		Bean(String name, String motto) {
			this.name = name;
			this.motto = motto;
		}

		public String getName() {
			return this.name;
		}

		public String getMotto() {
			return this.motto;
		}

		@Override
		public String toString() {
			return this.name + "/" + this.motto;
		}

	}

}
