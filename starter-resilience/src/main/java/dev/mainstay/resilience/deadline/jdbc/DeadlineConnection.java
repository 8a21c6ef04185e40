package dev.mainstay.resilience.deadline.jdbc;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * A connection whose statements end with the deadline of whoever has them executed.
 */
final class DeadlineConnection extends Reflected {

	private final Set<DeadlineStatement> limited = ConcurrentHashMap.newKeySet();

	private DeadlineConnection(Connection target) {
		super(target);
	}

	static Connection of(Connection connection) {
		return new DeadlineConnection(connection).proxy(Connection.class);
	}

	/** Of a data source that leads to another one. */
	static boolean isOne(Object connection) {
		return Proxy.isProxyClass(connection.getClass())
				&& Proxy.getInvocationHandler(connection) instanceof DeadlineConnection;
	}

	@Override
	@Nullable Object call(Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
		if (method.getName().equals("close")) {
			this.limited.forEach(DeadlineStatement::release);
		}
		Object result = proceed(method, arguments);
		return (result instanceof Statement statement)
				? new DeadlineStatement(statement, (Connection) proxy, this.limited).proxy(Statement.class) : result;
	}

}
