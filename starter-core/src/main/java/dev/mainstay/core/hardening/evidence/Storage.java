package dev.mainstay.core.hardening.evidence;

import java.util.List;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.data.InspectedDataSource;
import dev.mainstay.core.hardening.data.InspectedDataSources;
import org.jspecify.annotations.Nullable;

/**
 * Tells whether an application keeps data. What only holds copies, such as a cache or an
 * index, is none, and neither is what is gone with the process.
 */
final class Storage {

	private static final String JPA = "jakarta.persistence.EntityManagerFactory";

	private static final List<String> OTHERS = List.of("io.r2dbc.spi.ConnectionFactory",
			"com.mongodb.client.MongoClient", "com.mongodb.reactivestreams.client.MongoClient",
			"org.neo4j.driver.Driver", "com.datastax.oss.driver.api.core.CqlSession",
			"com.couchbase.client.java.Cluster");

	private Storage() {
	}

	/** What an application lacks that stores nothing, {@code null} if it stores. */
	static @Nullable String lacking(InspectedApplication application) {
		if (OTHERS.stream().anyMatch(application::declares)) {
			return null;
		}
		if (!application.declares("javax.sql.DataSource")) {
			return application.declares(JPA) ? null : "no database";
		}
		List<InspectedDataSource> sources = InspectedDataSources.of(application).all();
		boolean forgets = !sources.isEmpty() && sources.stream().allMatch(InspectedDataSource::isInMemory);
		return forgets ? "in-memory databases only" : null;
	}

}
