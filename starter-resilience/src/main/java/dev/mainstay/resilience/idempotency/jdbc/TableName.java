package dev.mainstay.resilience.idempotency.jdbc;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The name of the table, which becomes a part of statements and is nothing but an
 * identifier therefore, with the schema in front of it if need be.
 *
 * @param schema the schema, {@code null} for the one of the connection
 * @param table the table
 * @since 0.1.0
 */
public record TableName(@Nullable String schema, String table) {

	private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,47}");

	/**
	 * Checks both.
	 */
	public TableName {
		if (!isIdentifier(table) || (schema != null && !isIdentifier(schema))) {
			throw new IllegalArgumentException("Not the name of a table");
		}
	}

	private static boolean isIdentifier(String name) {
		return IDENTIFIER.matcher(name).matches();
	}

	/**
	 * Whether a text is the name of a table.
	 * @param name the text
	 * @return whether {@link #of} takes it
	 */
	public static boolean isValid(String name) {
		String[] parts = name.split("\\.", -1);
		return parts.length <= 2 && isIdentifier(parts[0]) && isIdentifier(parts[parts.length - 1]);
	}

	/**
	 * Read a name.
	 * @param name the table, or schema and table with a dot between them
	 * @return the name
	 */
	public static TableName of(String name) {
		int dot = name.indexOf('.');
		return (dot < 0) ? new TableName(null, name) : new TableName(name.substring(0, dot), name.substring(dot + 1));
	}

	/**
	 * As it stands in statements, unquoted.
	 */
	@Override
	public String toString() {
		return (this.schema != null) ? this.schema + "." + this.table : this.table;
	}

}
