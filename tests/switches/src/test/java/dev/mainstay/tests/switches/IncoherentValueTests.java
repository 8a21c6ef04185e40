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
					mainstay.telemetry.endpoint | collector:4317 | mainstay.telemetry.endpoint is collector:4317 | it is not the address of a server by HTTP
					mainstay.telemetry.endpoint | http://collector:4318/ | mainstay.telemetry.endpoint is http://collector:4318/ | it ends with a slash
					mainstay.telemetry.endpoint | http://me:guessable@collector:4318 | mainstay.telemetry.endpoint is an address | it has more than a server and a path
					mainstay.logging.storm.burst | 0 | mainstay.logging.storm.burst is 0 | no error would be logged at all
					mainstay.logging.storm.window | 2h | mainstay.logging.storm.window is 2h | it has to be from 1s to 1h
					mainstay.logging.async.queue-size | 0 | mainstay.logging.async.queue-size is 0 | no line would be written
					mainstay.logging.async.queue-bytes | 1KB | mainstay.logging.async.queue-bytes is 1KB | a long line would not fit
					mainstay.logging.text.stack-trace | both | Value: "both" | FOLDED
					mainstay.logging.level-ttl.max | 0s | mainstay.logging.level-ttl.max is 0s | it has to be from 1s to 365d
					mainstay.logging.max-line-size | 1KB | mainstay.logging.max-line-size is 1KB | it has to be from 4KB to 100MB
					mainstay.masking.keys | -- | mainstay.masking.keys is [--] | has no letter or digit
					mainstay.masking.email | some | Value: "some" | LOCAL_PART
					mainstay.error-groups.max-groups | 0 | mainstay.error-groups.max-groups is 0 | it has to be from 1 to 100000
					mainstay.error-groups.max-requests | -1 | mainstay.error-groups.max-requests is -1 | it has to be from 0 to 100000
					mainstay.error-groups.events | 1001 | mainstay.error-groups.events is 1001 | it has to be from 0 to 1000
					mainstay.error-groups.max-event-size | -1B | mainstay.error-groups.max-event-size is -1B | it is negative
					mainstay.access-log.sampling | 1.5 | mainstay.access-log.sampling is 1.5 | it has to be from 0 to 1
					mainstay.access-log.slow-threshold | -1s | mainstay.access-log.slow-threshold is -1s | it is negative
					mainstay.access-log.slow-thresholds[orders] | 1s | mainstay.access-log.slow-thresholds[orders] is 1s | its key is not the template of a route
					mainstay.tracing.sampling.ratio | 10 | mainstay.tracing.sampling.ratio is 10 | it has to be from 0 to 1
					mainstay.tracing.sampling.traces-per-second | -1 | mainstay.tracing.sampling.traces-per-second is -1 | it has to be from 0
					mainstay.slo.objectives.a.availability | 90% | mainstay.slo.objectives.a.availability is 90% | a page could never fire
					mainstay.slo.objectives.a.availability | 100% | mainstay.slo.objectives.a.availability is 100% | the first bad one breaks it
					mainstay.slo.file | /tmp | mainstay.slo.file is /tmp | it is a folder
					mainstay.error-groups.file | /tmp | mainstay.error-groups.file is /tmp | it is a folder
					mainstay.slo.webhook.url | hooks | mainstay.slo.webhook.url is something | it is no URL
					mainstay.http-client.connect-timeout | 0s | mainstay.http-client.connect-timeout is 0s | it has to be from 1ms to 24d
					mainstay.http-client.response-timeout | soon | Value: "soon" | is not a valid duration
					mainstay.http-client.idle-timeout | -1s | mainstay.http-client.idle-timeout is -1s | it has to be from 1ms to 24d
					mainstay.http-client.attempt-timeout | 0s | mainstay.http-client.attempt-timeout is 0s | it has to be from 1ms to 24d
					mainstay.http-client.attempt-timeout | 20s | mainstay.http-client.circuit-breaker.window is 30s | two attempts of 20000ms
					mainstay.http-client.total-timeout | -1s | mainstay.http-client.total-timeout is -1s | it has to be from 1ms to 24d
					mainstay.http-client.max-concurrent-calls | -1 | mainstay.http-client.max-concurrent-calls is -1 | it has to be from 0
					mainstay.http-client.rate-limit.calls | -1 | mainstay.http-client.rate-limit.calls is -1 | it has to be from 0
					mainstay.http-client.rate-limit.period | 0s | mainstay.http-client.rate-limit.period is 0s | it has to be from 1ms
					mainstay.http-client.deadline-header | a b | mainstay.http-client.deadline-header is a b | it is no name of a header
					mainstay.http-client.clients.payments.total-timeout | 0s | mainstay.http-client.clients.payments.total-timeout is 0s | it has to be from 1ms
					mainstay.http-client.circuit-breaker.failure-rate | 0 | mainstay.http-client.circuit-breaker.failure-rate is 0 | at most 100
					mainstay.http-client.circuit-breaker.slow-rate | 101 | mainstay.http-client.circuit-breaker.slow-rate is 101 | at most 100
					mainstay.http-client.circuit-breaker.slow-call | 0s | mainstay.http-client.circuit-breaker.slow-call is 0s | it has to be from 1ms
					mainstay.http-client.circuit-breaker.window | 0s | mainstay.http-client.circuit-breaker.window is 0s | it has to be from 1s
					mainstay.http-client.circuit-breaker.minimum-calls | 0 | mainstay.http-client.circuit-breaker.minimum-calls is 0 | 1 or more
					mainstay.http-client.circuit-breaker.open | 2m | mainstay.http-client.circuit-breaker.max-open is 1m | shorter than
					mainstay.http-client.circuit-breaker.max-open | 1s | mainstay.http-client.circuit-breaker.max-open is 1s | shorter than
					mainstay.http-client.circuit-breaker.probes | 0 | mainstay.http-client.circuit-breaker.probes is 0 | 1 or more
					mainstay.http-client.retry.max-not-before | -1s | mainstay.http-client.retry.max-not-before is -1s | it has to be from 0s
					mainstay.http-client.retry.attempt-header | a b | mainstay.http-client.retry.attempt-header is a b | it is no name of a header
					mainstay.http-client.fallback.degraded-header | X Stale | mainstay.http-client.fallback.degraded-header is X Stale | it is no name of a header
					mainstay.http-client.retry.max-retries | 11 | mainstay.http-client.retry.max-retries is 11 | it has to be from 0 to 10
					mainstay.http-client.retry.base-delay | 0s | mainstay.http-client.retry.base-delay is 0s | it has to be longer than zero
					mainstay.http-client.retry.max-delay | 10ms | mainstay.http-client.retry.max-delay is 10ms | it is shorter than
					mainstay.http-client.retry.max-retry-after | -1s | mainstay.http-client.retry.max-retry-after is -1s | it has to be from 0s
					mainstay.http-client.retry.max-elapsed | 0s | mainstay.http-client.retry.max-elapsed is 0s | it has to be longer than zero
					mainstay.http-client.retry.budget.ratio | 1.5 | mainstay.http-client.retry.budget.ratio is 1.5 | it has to be from 0 to 1
					mainstay.http-client.retry.budget.floor | -1 | mainstay.http-client.retry.budget.floor is -1 | it is negative
					mainstay.http-client.retry.budget.window | 200000d | mainstay.http-client.retry.budget.window is 200000d | at most 3650d
					mainstay.http-client.retry.budget.burst | 0.5 | mainstay.http-client.retry.budget.burst is 0.5 | it has to be from 1 to 100
					mainstay.idempotency.ttl | 200000d | mainstay.idempotency.ttl is 200000d | at most 3650d
					mainstay.idempotency.rejected-ttl | 0s | mainstay.idempotency.rejected-ttl is 0s | it has to be longer than zero
					mainstay.idempotency.lease | 25h | mainstay.idempotency.lease is 25h | not longer than mainstay.idempotency.ttl
					mainstay.idempotency.after-failure | hope | Value: "hope" | AUTO
					mainstay.idempotency.when-full | forget | Value: "forget" | REFUSE
					mainstay.idempotency.max-entries | 0 | mainstay.idempotency.max-entries is 0 | it has to be above zero
					mainstay.idempotency.max-store-size | 0B | mainstay.idempotency.max-store-size is 0B | it has to be above zero
					mainstay.idempotency.max-request-size | 1TB | mainstay.idempotency.max-request-size is 1TB | it has to be from 0B to 512MB
					mainstay.idempotency.max-response-size | -1B | mainstay.idempotency.max-response-size is -1B | it has to be from 0B to 512MB
					mainstay.idempotency.store-timeout | 2m | mainstay.idempotency.store-timeout is 2m | longer than zero and at most 1m
					mainstay.idempotency.jdbc.table | a-b | mainstay.idempotency.jdbc.table is a-b | a name of letters
					mainstay.idempotency.jdbc.cleanup-interval | 0s | mainstay.idempotency.jdbc.cleanup-interval is 0s | longer than zero
					mainstay.idempotency.jdbc.cleanup-batch | 0 | mainstay.idempotency.jdbc.cleanup-batch is 0 | from 1 to 10000
					mainstay.idempotency.jdbc.initialize-schema | perhaps | Value: "perhaps" | EMBEDDED
					mainstay.idempotency.redis.key-prefix | a*b | mainstay.idempotency.redis.key-prefix is a*b | one or more ASCII characters
					mainstay.idempotency.store | disk | Value: "disk" | MEMORY
					mainstay.idempotency.store | jdbc | mainstay.idempotency.store is jdbc | what that store needs is not on the class path
					mainstay.idempotency.store | redis | mainstay.idempotency.store is redis | what that store needs is not on the class path
					mainstay.idempotency.mode | twin | Value: "twin" | JOINED
					mainstay.idempotency.mode | joined | mainstay.idempotency.mode is joined | it needs Spring MVC and spring-boot-starter-jdbc
					mainstay.idempotency.on-abandoned | retry | Value: "retry" | RE_EXECUTE
					mainstay.idempotency.exclude-paths | payments | mainstay.idempotency.exclude-paths is payments | begins with a slash
					mainstay.idempotency.routes[payments] | required | mainstay.idempotency.routes[payments] is required | begin with a slash
					mainstay.idempotency.when-down | ajar | Value: "ajar" | CLOSED
					mainstay.idempotency.fingerprint | sha1 | Value: "sha1" | CANONICAL_JSON
					mainstay.idempotency.wait | 6m | mainstay.idempotency.wait is 6m | it has to be from 0s to 5m
					mainstay.idempotency.max-waiters | -1 | mainstay.idempotency.max-waiters is -1 | zero or above
					mainstay.idempotency.policy-page.path | keys | mainstay.idempotency.policy-page.path is keys | begins with a slash
					mainstay.deadline.header | X Patience | mainstay.deadline.header is X Patience | it is not the name of a header
					mainstay.deadline.default | 0s | mainstay.deadline.default is 0s | it has to be from 1ms to 3650d
					mainstay.deadline.default | 20m | mainstay.deadline.default is 20m | longer than mainstay.deadline.max, which is 600000 ms
					mainstay.deadline.max | -1s | mainstay.deadline.max is -1s | it has to be from 1ms to 3650d
					mainstay.deadline.expired | late | Value: "late" | ENFORCE
					mainstay.hardening.enforce | hgih | mainstay.hardening.enforce is hgih | there is no such group or severity
					mainstay.hardening.evidence.on-call.date | soon | mainstay.hardening.evidence.on-call.date is soon | needs the day
					mainstay.hardening.production | maybe | mainstay.hardening.production is maybe | has to be true or false
					mainstay.security.browser.cookies | lax | Value: "lax" | ENFORCE
					mainstay.security.browser.cross-site | block | Value: "block" | ENFORCE
					mainstay.security.browser.trusted-origins | https://a.example/ | mainstay.security.browser.trusted-origins is [https://a.example/] | is not the origin of a page
					mainstay.security.browser.host-prefix | true | mainstay.security.browser.host-prefix is true | nothing says that browsers come by https
					mainstay.security.browser.host-prefix | maybe | mainstay.security.browser.host-prefix is maybe | has to be true or false
					mainstay.security.event.max-failures-per-second | -1 | mainstay.security.event.max-failures-per-second is -1 | or 0 to log all
					mainstay.security.event.principals | some | Value: "some" | KNOWN
					mainstay.security.event.success-interval | -1s | mainstay.security.event.success-interval is -1s | from 0 to a year
					mainstay.security.headers.html | yes | Value: "yes" | ENFORCE
					mainstay.security.headers.html-reported-only | /docs/** | mainstay.security.headers.html-reported-only is [/docs/**] | such as /swagger-ui
					mainstay.security.management.access | write | Value: "write" | READ_ONLY
					mainstay.security.management.role | ' ' | mainstay.security.management.role is blank | nobody can have such a role
					mainstay.security.management.scrape-from | everywhere | mainstay.security.management.scrape-from is [everywhere] | 10.0.0.0/8
					mainstay.security.secrets.reload-interval | 10ms | mainstay.security.secrets.reload-interval is 10ms | it has to be from 100ms to 1h
					mainstay.security.secrets.token-overlap | 2d | mainstay.security.secrets.token-overlap is 2d | it has to be from 0s to 1d
					mainstay.security.secrets.certificate-warning | -1s | mainstay.security.secrets.certificate-warning is -1s | it has to be from 0s to 3650d
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
