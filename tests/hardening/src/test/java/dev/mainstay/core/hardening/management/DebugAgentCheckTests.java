package dev.mainstay.core.hardening.management;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class DebugAgentCheckTests {

	private static final String AGENT = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=";

	private final ApplicationContextRunner desk = new ApplicationContextRunner();

	private final ApplicationContextRunner production = this.desk
		.withPropertyValues("mainstay.hardening.production=true");

	@ParameterizedTest
	@ValueSource(strings = { "*:5005", "0.0.0.0:5005", "[::]:5005" })
	void anAgentThatIsBoundToAllAddressesIsFoundAnywhere(String address) {
		this.desk.run((context) -> assertThatLooking(check(AGENT + address), context).fails(AGENT + address)
			.at("arguments of the JVM"));
	}

	@ParameterizedTest
	@ValueSource(strings = { AGENT + "5005", AGENT + "localhost:5005", "-Xrunjdwp:server=y,address=5005" })
	void anyAgentIsFoundInProductionAndNoneOnADesk(String argument) {
		this.production.run((context) -> assertThatLooking(check("-Xmx1g", argument), context).fails(argument));
		this.desk.run((context) -> assertThatLooking(check(argument), context).passes());
	}

	@Test
	void otherAgentsAndArgumentsPass() {
		String[] arguments = { "-javaagent:/opt/opentelemetry.jar", "-agentlib:hprof", "-Xmx1g",
				"-XX:+HeapDumpOnOutOfMemoryError", "-Djdwp.address=*:5005" };
		this.production.run((context) -> assertThatLooking(check(arguments), context).passes());
		this.production.run((context) -> assertThatLooking(new DebugAgentCheck(), context).passes());
	}

	private static DebugAgentCheck check(String... arguments) {
		return new DebugAgentCheck(() -> List.of(arguments));
	}

}
