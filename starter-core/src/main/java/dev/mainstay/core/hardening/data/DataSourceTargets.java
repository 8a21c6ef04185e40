package dev.mainstay.core.hardening.data;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.AopProxyUtils;

/**
 * What a data source leads to, past everything that is wrapped around it.
 */
final class DataSourceTargets {

	static final String HIKARI = "com.zaxxer.hikari.";

	private static final int MAX_WRAPPERS = 10;

	private DataSourceTargets() {
	}

	/** Several if it chooses between them. */
	static List<InspectedDataSource> of(String name, DataSource source) {
		DataSource target = unwrapped(source);
		if (BeanState.read(target, "resolvedDataSources") instanceof Map<?, ?> targets) {
			return targets.entrySet()
				.stream()
				.filter((entry) -> entry.getValue() instanceof DataSource)
				.map((entry) -> one(name + "[" + entry.getKey() + "]", unwrapped((DataSource) entry.getValue())))
				.toList();
		}
		return List.of(one(name, target));
	}

	private static InspectedDataSource one(String name, DataSource source) {
		Object url = Stream.of("jdbcUrl", "url", "URL", "dataSource.url", "dataSource.URL")
			.map((property) -> BeanState.read(source, property))
			.filter((value) -> value != null && value.toString().startsWith("jdbc:"))
			.findFirst()
			.orElseGet(() -> BeanState.entry(source, "dataSourceProperties", "url"));
		JdbcUrl parsed = (url != null) ? JdbcUrl.of(url.toString()) : null;
		boolean inMemory = (parsed != null) ? parsed.isInMemory() : isEmbedded(source);
		return new InspectedDataSource(name, source, parsed, inMemory);
	}

	/** What Spring embeds is always in memory, and tells no address. */
	private static boolean isEmbedded(DataSource source) {
		return Stream.of(source.getClass().getInterfaces())
			.anyMatch((type) -> type.getName().equals("org.springframework.jdbc.datasource.embedded.EmbeddedDatabase"));
	}

	private static DataSource unwrapped(DataSource source) {
		DataSource current = source;
		for (int i = 0; i < MAX_WRAPPERS; i++) {
			Object target = target(current);
			if (!(target instanceof DataSource next) || next == current) {
				break;
			}
			current = next;
		}
		return current;
	}

	/** Of a wrapper of Spring, a proxy of Spring, and datasource-proxy. A pool stays. */
	private static @Nullable Object target(DataSource source) {
		if (source.getClass().getName().startsWith(HIKARI)) {
			return null;
		}
		Object singleton = AopProxyUtils.getSingletonTarget(source);
		return Stream.of("targetDataSource", "dataSource")
			.map((property) -> BeanState.read(source, property))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(singleton);
	}

}
