package dev.mainstay.observability.logging;

/**
 * The names of the fields of a log line, as in
 * {@code META-INF/mainstay/log-schema-1.json}.
 */
final class LogFields {

	static final String TIMESTAMP = "@timestamp";

	static final String LEVEL = "level";

	static final String MESSAGE = "message";

	static final String LOGGER_NAME = "logger_name";

	static final String THREAD_NAME = "thread_name";

	static final String SERVICE_NAME = "service.name";

	static final String SERVICE_VERSION = "service.version";

	static final String ENVIRONMENT_NAME = "deployment.environment.name";

	static final String TRACE_ID = "trace_id";

	static final String SPAN_ID = "span_id";

	static final String REQUEST_ID = "request_id";

	static final String STACK_TRACE = "stack_trace";

	static final String STACK_HASH = "stack_hash";

	static final String TAGS = "tags";

	static final String CONTEXT = "context";

	static final String ATTRIBUTES = "attributes";

	static final String TRUNCATED = "truncated";

	static final String SCHEMA = "log.schema";

	/** A string: it names a schema, nobody calculates with it. */
	static final String SCHEMA_VERSION = "1";

	private LogFields() {
	}

}
