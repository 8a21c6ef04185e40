package dev.mainstay.observability.logging;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import ch.qos.logback.classic.Logger;
import net.logstash.logback.argument.StructuredArguments;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.slf4j.spi.LoggingEventBuilder;
import tools.jackson.databind.JsonNode;

import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names that are used for more than one thing: nothing is lost, nothing twice, and the
 * values of a name are of one type.
 */
class StableTypesTests {

	private final MainstayLogFormatter formatter = new MainstayLogFormatter(new MockEnvironment());

	private final long collisions = LineCounters.collisions();

	@AfterEach
	void clearMdc() {
		MDC.clear();
	}

	@Test
	void aTextWhereNumbersWereGetsAnotherName() {
		assertThat(attributes("orderId", 1)).isEqualTo(json("{'orderId':1}"));
		assertThat(attributes("orderId", "x")).isEqualTo(json("{'orderId_text':'x'}"));
		assertThat(attributes("orderId", 2.5)).isEqualTo(json("{'orderId':2.5}"));
		assertThat(attributes("orderId", true)).isEqualTo(json("{'orderId_boolean':true}"));
		assertThat(attributes("orderId", Map.of("a", 1))).isEqualTo(json("{'orderId_object':{'a':1}}"));
		assertThat(attributes("orderId", List.of(1))).isEqualTo(json("{'orderId_numbers':[1]}"));
		assertThat(attributes("orderId", List.of())).isEqualTo(json("{'orderId':[]}"));
		assertThat(counted()).isEqualTo(4);
	}

	@Test
	void theOtherNameIsAlsoOfOneType() {
		assertThat(attributes("id_text", 1)).isEqualTo(json("{'id_text':1}"));
		assertThat(attributes("id", 1)).isEqualTo(json("{'id':1}"));
		assertThat(attributes("id", "x")).isEqualTo(json("{'id_text_text':'x'}"));
	}

	@Test
	void nestedValuesAndElementsAreOfOneTypeToo() {
		attributes("order", Map.of("id", 1, "tags", List.of("a")));
		assertThat(attributes("order", Map.of("id", "x"))).isEqualTo(json("{'order':{'id_text':'x'}}"));
		assertThat(attributes("order", Map.of("tags", List.of(1)))).isEqualTo(json("{'order':{'tags_numbers':[1]}}"));
		assertThat(attributes("orders", List.of(Map.of("id", 1)))).isEqualTo(json("{'orders':[{'id':1}]}"));
		assertThat(attributes("orders", List.of(Map.of("id", "x")))).isEqualTo(json("{'orders':[{'id_text':'x'}]}"));
	}

	@Test
	void aNumberThatIsNoneDecidesNothing() {
		assertThat(attributes("ratio", Double.NaN)).isEqualTo(json("{'ratio_text':'NaN'}"));
		assertThat(attributes("ratio", 0.5)).isEqualTo(json("{'ratio':0.5}"));
		assertThat(attributes("ratio", Float.NEGATIVE_INFINITY)).isEqualTo(json("{'ratio_text':'-Infinity'}"));
		assertThat(attributes("name", "Ann")).isEqualTo(json("{'name':'Ann'}"));
		assertThat(attributes("name", "NaN")).isEqualTo(json("{'name':'NaN'}"));
	}

	@Test
	void aNumberThatReadersRefuseIsText() {
		BigInteger long300 = BigInteger.TEN.pow(299);
		assertThat(attributes("n", long300)).isEqualTo(json("{'n':" + long300 + "}"));
		BigInteger long1001 = BigInteger.TEN.pow(1000);
		assertThat(attributes("n", long1001)).isEqualTo(json("{'n_text':'" + long1001 + "'}"));
		assertThat(attributes("d", new BigDecimal(long1001, 5)).path("d_text").isString()).isTrue();
	}

	@Test
	void allAppendersOfAnApplicationAgree() {
		MockEnvironment environment = new MockEnvironment();
		MainstayLogFormatter console = new MainstayLogFormatter(environment);
		MainstayLogFormatter file = new MainstayLogFormatter(environment);
		LoggedLine.of(console, (logger) -> logger.atInfo().addKeyValue("k", 1).log("a"));
		assertThat(LoggedLine.of(file, (logger) -> logger.atInfo().addKeyValue("k", "x").log("a")).path("attributes"))
			.isEqualTo(json("{'k_text':'x'}"));
	}

	@Test
	void theNumberOfNamesIsBounded() {
		AttributeKinds kinds = new AttributeKinds();
		for (int i = 0; i < AttributeKinds.MAX_NAMES; i++) {
			kinds.name("", "n" + i, AttributeKind.NUMBER);
		}
		assertThat(kinds.name("", "n0", AttributeKind.TEXT)).isEqualTo("n0_text");
		assertThat(kinds.name("", "more", AttributeKind.NUMBER)).isEqualTo("more");
		assertThat(kinds.name("", "more", AttributeKind.TEXT)).isEqualTo("more");
	}

	@Test
	void aNameThatIsUsedTwiceKeepsBothValues() {
		JsonNode line = LoggedLine.of(this.formatter,
				(logger) -> logger.atInfo().addKeyValue("user", "a").addKeyValue("user", "b").log("text"));
		assertThat(line.path("attributes")).isEqualTo(json("{'user':'a','user_2':'b'}"));
		assertThat(counted()).isEqualTo(1);
	}

	@Test
	void theSameTwiceIsWrittenOnce() {
		JsonNode line = LoggedLine.of(this.formatter,
				(logger) -> logger.atInfo()
					.addArgument(StructuredArguments.kv("order", 7))
					.addKeyValue("order", 7)
					.log("{}"));
		assertThat(line.path("attributes")).isEqualTo(json("{'order':7}"));
		assertThat(counted()).isEqualTo(1);
	}

	@Test
	void theSameHoldsAmongMany() {
		JsonNode line = LoggedLine.of(this.formatter, (logger) -> {
			LoggingEventBuilder event = logger.atInfo();
			IntStream.range(0, 60).forEach((i) -> event.addKeyValue("n" + i % 40, i / 20));
			event.log("text");
		});
		// The third twenty are the first once more, with another value.
		assertThat(line.path("attributes")).hasSize(60);
		assertThat(line.path("attributes").path("n7").asInt()).isZero();
		assertThat(line.path("attributes").path("n27").asInt()).isOne();
		assertThat(line.path("attributes").path("n7_2").asInt()).isEqualTo(2);
		assertThat(counted()).isEqualTo(20);
	}

	@Test
	void aNameInTheMdcOfACoreFieldIsCounted() {
		for (String name : List.of("message", "level", "@timestamp")) {
			MDC.put(name, "mdc");
		}
		JsonNode line = LoggedLine.of(this.formatter, (logger) -> logger.info("text"));
		assertThat(line.path("message").asString()).isEqualTo("text");
		assertThat(line.path("context")).hasSize(3);
		assertThat(counted()).isEqualTo(3);
	}

	@Test
	void aNameInTheMdcAndInAPairIsCounted() {
		MDC.put("tenant", "mdc");
		JsonNode line = LoggedLine.of(this.formatter, (logger) -> logger.atInfo().addKeyValue("tenant", 1).log("a"));
		assertThat(line.path("context")).isEqualTo(json("{'tenant':'mdc'}"));
		assertThat(line.path("attributes")).isEqualTo(json("{'tenant':1}"));
		assertThat(counted()).isEqualTo(1);
	}

	@Test
	void aNameWithinAnotherIsCounted() {
		JsonNode line = LoggedLine.of(this.formatter,
				(logger) -> logger.atInfo().addKeyValue("user", "a").addKeyValue("user.id", 1).log("text"));
		assertThat(line.path("attributes")).isEqualTo(json("{'user':'a','user.id':1}"));
		assertThat(counted()).isEqualTo(1);
	}

	@Test
	void ordinaryNamesAreNotCounted() {
		MDC.put("requestId", "r-1");
		MDC.put("tenant", "t");
		LoggedLine.of(this.formatter,
				(logger) -> logger.atInfo().addKeyValue("http.route", "/a").addKeyValue("http.status", 1).log("text"));
		assertThat(counted()).isZero();
	}

	private long counted() {
		return LineCounters.collisions() - this.collisions;
	}

	private JsonNode attributes(String name, Object value) {
		return LoggedLine.of(this.formatter, (Logger logger) -> logger.atInfo().addKeyValue(name, value).log("text"))
			.path("attributes");
	}

	private static JsonNode json(String text) {
		return LogSchema.parse(text.replace('\'', '"'));
	}

}
