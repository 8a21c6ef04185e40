package dev.mainstay.tests.switches;

import dev.mainstay.tests.harness.World;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Whoever sets a value that makes no sense reads the property, the value, the reason and
 * what to do, and no stack trace.
 */
@ExtendWith(OutputCaptureExtension.class)
class IncoherentValueTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			mainstay.enabled                              | maybe           | has to be true or false
			mainstay.mode                                 | strict          | ENFORCE
			mainstay.trusted-proxies                      | somewhere       | 10.0.0.0/8
			mainstay.request-id.header                    | X Id            | it is not the name of a header
			mainstay.problem.type-base                    | no uri          | it is not the beginning of a URI
			mainstay.validation.missing-valid             | on              | ENFORCE
			mainstay.logging.format                       | xml             | there is no such format
			mainstay.masking.keys                         | --              | has no letter or digit
			mainstay.http-client.connect-timeout          | 0s              | it has to be from 1ms to 24d
			mainstay.http-client.response-timeout         | soon            | is not a valid duration
			mainstay.http-client.idle-timeout             | -1s             | it has to be from 1ms to 24d
			mainstay.http-client.retry.max-retries        | 11              | it has to be from 0 to 10
			mainstay.http-client.retry.base-delay         | 0s              | it has to be longer than zero
			mainstay.http-client.retry.max-delay          | 10ms            | it is shorter than
			mainstay.http-client.retry.max-retry-after    | -1s             | it is negative
			mainstay.http-client.retry.budget.ratio       | 1.5             | it has to be from 0 to 1
			mainstay.http-client.retry.budget.floor       | -1              | it is negative
			mainstay.http-client.retry.budget.window      | 0s              | it has to be longer than zero
			mainstay.idempotency.ttl                      | 0s              | it has to be longer than zero
			mainstay.idempotency.lease                    | 25h             | not longer than mainstay.idempotency.ttl
			mainstay.idempotency.after-failure            | hope            | AUTO
			mainstay.idempotency.when-full                | forget          | REFUSE
			mainstay.idempotency.max-entries              | 0               | it has to be above zero
			mainstay.idempotency.max-request-size         | 1TB             | it has to be from 0B to 512MB
			mainstay.idempotency.exclude-paths            | payments        | begins with a slash
			mainstay.security.headers.html                | yes             | ENFORCE
			mainstay.security.management.scrape-from      | everywhere      | 10.0.0.0/8
			mainstay.security.management.token            | short           | fewer than 16 characters
			""")
	void stopsTheStart(String property, String value, String reason, CapturedOutput output) {
		assertThatIllegalStateException().isThrownBy(() -> start("--" + property + "=" + value));
		assertThat(output).contains("APPLICATION FAILED TO START", "Description:", property, reason, "Action:")
			.doesNotContain("\tat org.springframework");
		if (!property.endsWith(".token")) {
			assertThat(output).contains(value);
		}
	}

	private static void start(String argument) {
		World.hardened().start(SwitchApplication.class, argument).close();
	}

}
