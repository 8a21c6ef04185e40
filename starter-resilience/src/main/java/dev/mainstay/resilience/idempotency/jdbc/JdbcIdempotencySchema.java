package dev.mainstay.resilience.idempotency.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import javax.sql.DataSource;

import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/**
 * Creates the table before anybody asks for it.
 *
 * @since 0.1.0
 */
public final class JdbcIdempotencySchema extends DataSourceScriptDatabaseInitializer {

	private static final String DEFAULT = "mainstay_idempotency";

	private final DataSource source;

	private final TableName table;

	/**
	 * Create it.
	 * @param source where the table is created
	 * @param table its name
	 * @param settings when that is done, with the script
	 */
	public JdbcIdempotencySchema(DataSource source, TableName table, DatabaseInitializationSettings settings) {
		super(source, settings);
		this.source = source;
		this.table = table;
	}

	@Override
	protected void runScripts(Scripts scripts) {
		ResourceDatabasePopulator populator = new ResourceDatabasePopulator();
		for (Resource script : scripts) {
			populator.addScript(named(script));
		}
		DatabasePopulatorUtils.execute(populator, this.source);
	}

	private Resource named(Resource script) {
		try {
			String text = script.getContentAsString(StandardCharsets.UTF_8);
			String renamed = text.replaceAll("\\b" + DEFAULT + "\\b", this.table.toString())
				.replace(DEFAULT + "_expires", this.table.table() + "_expires");
			return new ByteArrayResource(renamed.getBytes(StandardCharsets.UTF_8), script.getDescription());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
