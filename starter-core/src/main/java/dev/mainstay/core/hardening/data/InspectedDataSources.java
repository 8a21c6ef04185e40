package dev.mainstay.core.hardening.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * The data sources of an application. Immutable.
 *
 * @param all all of them, each once however often it is wrapped
 * @since 0.1.0
 */
public record InspectedDataSources(List<InspectedDataSource> all) {

	private static final String DETAILS = "org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails";

	/**
	 * The data sources that are beans.
	 * @param application the application
	 * @return the data sources
	 */
	public static InspectedDataSources of(InspectedApplication application) {
		List<InspectedDataSource> all = new ArrayList<>();
		application.namedBeans(DataSource.class).forEach((name, bean) -> {
			for (InspectedDataSource source : DataSourceTargets.of(name, bean)) {
				if (all.stream().noneMatch(source::isSame)) {
					all.add(source);
				}
			}
		});
		if (all.size() == 1 && !all.get(0).isKnown()) {
			detailedUrl(application).ifPresent((url) -> all.set(0, all.get(0).at(JdbcUrl.of(url))));
		}
		return new InspectedDataSources(List.copyOf(all));
	}

	private static Optional<String> detailedUrl(InspectedApplication application) {
		List<Object> details = application.beans(DETAILS);
		return (details.size() == 1)
				? Optional.ofNullable(BeanState.read(details.get(0), "jdbcUrl")).map(Object::toString)
				: Optional.empty();
	}

	/**
	 * Those that outlive the process.
	 * @return the data sources that are known to be real databases
	 */
	public List<InspectedDataSource> real() {
		return this.all.stream().filter(InspectedDataSource::isReal).toList();
	}

	/**
	 * Those of which nothing can be seen.
	 * @return the data sources whose database is unknown
	 */
	public List<InspectedDataSource> unknown() {
		return this.all.stream().filter((source) -> !source.isKnown()).toList();
	}

	/**
	 * What a check of real databases says if there is none.
	 * @param application the application
	 * @return the verdict, {@code null} if there is one
	 */
	public @Nullable Verdict withoutReal(InspectedApplication application) {
		if (!real().isEmpty()) {
			return null;
		}
		if (this.all.isEmpty()) {
			return none(application);
		}
		if (!unknown().isEmpty()) {
			return Verdict.unknown("cannot see which database it is: " + unknown());
		}
		return Verdict.notApplicable("in-memory databases only");
	}

	/**
	 * What a check of data sources says if there is none: a lazy one is none until it is
	 * used.
	 * @param application the application
	 * @return the verdict
	 */
	public static Verdict none(InspectedApplication application) {
		return application.declares("javax.sql.DataSource") ? Verdict.unknown("the data source is not created yet")
				: Verdict.notApplicable("no data source");
	}

}
