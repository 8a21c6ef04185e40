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
	@CsvSource(delimiter = '|',
			textBlock = """
					mainstay.enabled | maybe | mainstay.enabled is maybe | has to be true or false
					mainstay.problem.boot-members | 1 | mainstay.problem.boot-members is 1 | has to be true or false
					mainstay.mode | strict | Value: "strict" | ENFORCE
					mainstay.trusted-proxies | somewhere | mainstay.trusted-proxies is [somewhere] | 10.0.0.0/8
					mainstay.request-id.header | X Id | mainstay.request-id.header is X Id | it is not the name of a header
					mainstay.problem.type-base | no uri | mainstay.problem.type-base is no uri | it is not the beginning of a URI
					mainstay.problem.rejected-values | 1 | mainstay.problem.rejected-values is 1 | has to be true or false
					mainstay.validation.missing-valid | on | Value: "on" | ENFORCE
					mainstay.validation.duplicate-parameters | twice | Value: "twice" | ENFORCE
					mainstay.validation.file-names | any | Value: "any" | ENFORCE
					mainstay.validation.sort-property | any | Value: "any" | ENFORCE
					mainstay.validation.paging.max-size | 0 | mainstay.validation.paging.max-size is 0 | a page holds at least 1 element
					mainstay.validation.paging.max-offset | -1 | mainstay.validation.paging.max-offset is -1 | it is negative
					mainstay.validation.paging.max-sorts | 0 | mainstay.validation.paging.max-sorts is 0 | nothing could be sorted
					mainstay.validation.unknown-properties | on | Value: "on" | ENFORCE
					mainstay.validation.limits.body-size | 0B | mainstay.validation.limits.body-size is 0B | it has to be above zero, or -1
					mainstay.validation.limits.large-body | -2B | mainstay.validation.limits.large-body is -2B | it has to be above zero, or -1
					mainstay.validation.limits.routes[/imports] | 0B | mainstay.validation.limits.routes[/imports] is 0B | it has to be above zero, or -1
					mainstay.validation.limits.routes[imports] | 1MB | mainstay.validation.limits.routes[imports] is 1MB | its key is not the pattern of a path
					mainstay.validation.limits.json-depth | 0 | mainstay.validation.limits.json-depth is 0 | it has to be above zero, or -1
					mainstay.validation.limits.json-tokens | -2 | mainstay.validation.limits.json-tokens is -2 | it has to be above zero, or -1
					mainstay.validation.limits.json-exponent | 0 | mainstay.validation.limits.json-exponent is 0 | it has to be above zero, or -1
					mainstay.logging.format | xml | mainstay.logging.format is xml | there is no such format
					mainstay.masking.keys | -- | mainstay.masking.keys is [--] | has no letter or digit
					mainstay.http-client.connect-timeout | 0s | mainstay.http-client.connect-timeout is 0s | it has to be from 1ms to 24d
					mainstay.http-client.response-timeout | soon | Value: "soon" | is not a valid duration
					mainstay.http-client.idle-timeout | -1s | mainstay.http-client.idle-timeout is -1s | it has to be from 1ms to 24d
					mainstay.http-client.retry.max-retries | 11 | mainstay.http-client.retry.max-retries is 11 | it has to be from 0 to 10
					mainstay.http-client.retry.base-delay | 0s | mainstay.http-client.retry.base-delay is 0s | it has to be longer than zero
					mainstay.http-client.retry.max-delay | 10ms | mainstay.http-client.retry.max-delay is 10ms | it is shorter than
					mainstay.http-client.retry.max-retry-after | -1s | mainstay.http-client.retry.max-retry-after is -1s | it has to be from 0s
					mainstay.http-client.retry.max-elapsed | 0s | mainstay.http-client.retry.max-elapsed is 0s | it has to be longer than zero
					mainstay.http-client.retry.budget.ratio | 1.5 | mainstay.http-client.retry.budget.ratio is 1.5 | it has to be from 0 to 1
					mainstay.http-client.retry.budget.floor | -1 | mainstay.http-client.retry.budget.floor is -1 | it is negative
					mainstay.http-client.retry.budget.window | 200000d | mainstay.http-client.retry.budget.window is 200000d | at most 3650d
					mainstay.idempotency.ttl | 200000d | mainstay.idempotency.ttl is 200000d | at most 3650d
					mainstay.idempotency.rejected-ttl | 0s | mainstay.idempotency.rejected-ttl is 0s | it has to be longer than zero
					mainstay.idempotency.lease | 25h | mainstay.idempotency.lease is 25h | not longer than mainstay.idempotency.ttl
					mainstay.idempotency.after-failure | hope | Value: "hope" | AUTO
					mainstay.idempotency.when-full | forget | Value: "forget" | REFUSE
					mainstay.idempotency.max-entries | 0 | mainstay.idempotency.max-entries is 0 | it has to be above zero
					mainstay.idempotency.max-store-size | 0B | mainstay.idempotency.max-store-size is 0B | it has to be above zero
					mainstay.idempotency.max-request-size | 1TB | mainstay.idempotency.max-request-size is 1TB | it has to be from 0B to 512MB
					mainstay.idempotency.max-response-size | -1B | mainstay.idempotency.max-response-size is -1B | it has to be from 0B to 512MB
					mainstay.idempotency.exclude-paths | payments | mainstay.idempotency.exclude-paths is payments | begins with a slash
					mainstay.security.headers.html | yes | Value: "yes" | ENFORCE
					mainstay.security.management.role | ' ' | mainstay.security.management.role is blank | nobody can have such a role
					mainstay.security.management.scrape-from | everywhere | mainstay.security.management.scrape-from is [everywhere] | 10.0.0.0/8
					mainstay.security.management.token | guessable | mainstay.security.management.token is too short | fewer than 16 characters
					""")
	void stopsTheStart(String property, String value, String said, String reason, CapturedOutput output) {
		assertThatIllegalStateException().isThrownBy(() -> start("--" + property + "=" + value));
		String message = output.getAll().replace("\\\"", "\"").replace("\\n", "\n");
		assertThat(message).contains("APPLICATION FAILED TO START", "Description:", property, said, reason, "Action:")
			.doesNotContain("\tat org.springframework", "guessable");
	}

	private static void start(String argument) {
		World.hardened().start(SwitchApplication.class, argument).close();
	}

}
