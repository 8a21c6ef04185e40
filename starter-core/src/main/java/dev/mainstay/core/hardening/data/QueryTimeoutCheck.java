package dev.mainstay.core.hardening.data;

import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * A query should not be able to run for ever.
 */
final class QueryTimeoutCheck implements HardeningCheck {

	/** That of the driver, as the vendors call it. */
	private static final List<String> PARAMETERS = List.of("socketTimeout", "queryTimeout", "oracle.jdbc.ReadTimeout");

	/** What the database itself is told when a connection begins. */
	private static final List<String> SERVER_SIDE = List.of("statement_timeout", "max_execution_time",
			"max_statement_time", "transaction_timeout");

	private static final CheckDescription DESCRIPTION = CheckDescription.of("DB-07", Group.DATA, Severity.HIGH)
		.title("A query or a transaction has a time-out")
		.why("""
				One slow query, a lock, or a database that has gone without a word holds its connection for ever. \
				When as many requests wait as the pool has connections, the service stands still until a \
				restart.""")
		.source("ASVS 5.0 13.1.3, 15.2.2")
		.decides("""
				Passes if a transaction manager has a default time-out, JPA or a JdbcTemplate has a query time-out, \
				or the connections have a time-out of the driver or the database. Time-outs at single methods, and \
				those that the database gives its user, are not seen. Not applicable without a data source, and to \
				databases in memory.""")
		.fix("""
				spring.transaction.default-timeout=30s
				spring.jdbc.template.query-timeout=10s
				# and for a connection that hangs, in milliseconds for MySQL and in seconds for PostgreSQL:
				spring.datasource.url=jdbc:postgresql://db.example.org/orders?socketTimeout=60""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		InspectedDataSources sources = InspectedDataSources.of(application);
		Verdict without = sources.withoutReal(application);
		if (without != null) {
			return without;
		}
		if (isLimitedForAll(application)) {
			return Verdict.pass();
		}
		return Verdict.of(sources.real()
			.stream()
			.filter((source) -> !isLimited(source))
			.map((source) -> Finding
				.of(source + ": no time-out of transactions, queries or connections, and none by default"))
			.toList());
	}

	private static boolean isLimitedForAll(InspectedApplication application) {
		Stream<String> transactions = application.beans("org.springframework.transaction.PlatformTransactionManager")
			.stream()
			.map((manager) -> String.valueOf(BeanState.read(manager, "defaultTimeout")));
		Stream<String> templates = application.beans("org.springframework.jdbc.core.JdbcOperations")
			.stream()
			.map((template) -> String.valueOf(BeanState.read(template, "queryTimeout")));
		Stream<String> queries = application.beans("jakarta.persistence.EntityManagerFactory")
			.stream()
			.map((factory) -> String
				.valueOf(BeanState.entry(factory, "properties", "jakarta.persistence.query.timeout")));
		return Stream.of(transactions, templates, queries).flatMap((it) -> it).anyMatch(QueryTimeoutCheck::isSet);
	}

	private static boolean isLimited(InspectedDataSource source) {
		String options = source.parameter("options");
		String first = source.parameter("sessionVariables");
		String told = options + " " + first + " " + source.state("connectionInitSql");
		return PARAMETERS.stream().anyMatch((name) -> isSet(String.valueOf(source.parameter(name))))
				|| SERVER_SIDE.stream().anyMatch(told::contains);
	}

	private static boolean isSet(String timeout) {
		return timeout.strip().matches("0*[1-9][0-9]*");
	}

}
