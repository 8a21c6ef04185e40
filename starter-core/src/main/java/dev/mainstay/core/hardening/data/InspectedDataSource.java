package dev.mainstay.core.hardening.data;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

/**
 * A data source, with what can be seen of it without connecting. Thread-safe.
 *
 * @since 0.1.0
 */
public final class InspectedDataSource {

	private final String name;

	private final DataSource source;

	private final @Nullable JdbcUrl url;

	private final boolean inMemory;

	InspectedDataSource(String name, DataSource source, @Nullable JdbcUrl url, boolean inMemory) {
		this.name = name;
		this.source = source;
		this.url = url;
		this.inMemory = inMemory;
	}

	InspectedDataSource at(JdbcUrl url) {
		return new InspectedDataSource(this.name, this.source, url, url.isInMemory());
	}

	/**
	 * The name of its bean.
	 * @return the name
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Whether it can be seen which database it leads to.
	 * @return whether it can
	 */
	public boolean isKnown() {
		return this.url != null || this.inMemory;
	}

	/**
	 * Whether everything in it is gone with the process.
	 * @return whether it is
	 */
	public boolean isInMemory() {
		return this.inMemory;
	}

	/**
	 * Whether it is a database that outlives the process.
	 * @return whether it is, as far as can be seen
	 */
	public boolean isReal() {
		return isKnown() && !isInMemory();
	}

	/**
	 * The hosts it leads to.
	 * @return the names or addresses; none if it is in this process or cannot be seen
	 */
	public List<String> hosts() {
		return (this.url != null) ? this.url.hosts() : List.of();
	}

	/**
	 * The kind of database.
	 * @return what its URL calls it, such as {@code postgresql}; empty if unknown
	 */
	public String vendor() {
		return (this.url != null) ? this.url.vendor() : "";
	}

	/**
	 * A parameter of its connections, from the URL or from those that the pool hands to
	 * the driver.
	 * @param name the name, in any case
	 * @return the value, {@code null} if it is not set
	 */
	public @Nullable String parameter(String name) {
		String inUrl = (this.url != null) ? this.url.parameter(name) : null;
		return Stream
			.of(inUrl, BeanState.entry(this.source, "dataSourceProperties", name),
					BeanState.entry(this.source, "connectionProperties", name),
					BeanState.entry(this.source, "dbProperties", name))
			.filter(Objects::nonNull)
			.findFirst()
			.orElse(null);
	}

	/**
	 * Whether its URL contains a text.
	 * @param text the text, in lower case
	 * @return whether it does, in whatever case
	 */
	public boolean mentions(String text) {
		return this.url != null && this.url.mentions(text.toLowerCase(Locale.ROOT));
	}

	/**
	 * What the object tells by a public getter.
	 * @param property the name of the property
	 * @return the value, {@code null} if there is none
	 */
	public @Nullable Object state(String property) {
		return BeanState.read(this.source, property);
	}

	boolean isPool() {
		return this.source.getClass().getName().startsWith(DataSourceTargets.HIKARI);
	}

	boolean isSame(InspectedDataSource other) {
		return this.source == other.source;
	}

	/**
	 * Its name and address, without any secret.
	 */
	@Override
	public String toString() {
		Object address = (this.url != null) ? this.url : (this.inMemory ? "in memory" : "unknown database");
		return this.name + " (" + address + ")";
	}

}
