package dev.mainstay.security.secrets.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/**
 * A driver for a database that answers as a test wants it.
 */
final class OddDriver implements Driver {

	static final String URL = "jdbc:odd:orders";

	private final List<String> logins = new CopyOnWriteArrayList<>();

	private final AtomicInteger answered = new AtomicInteger();

	private volatile Runnable answer = () -> {
	};

	void answers(Runnable answer) {
		this.answer = answer;
	}

	List<String> logins() {
		return this.logins;
	}

	int answered() {
		return this.answered.get();
	}

	@Override
	public @Nullable Connection connect(String url, Properties properties) {
		if (!acceptsURL(url)) {
			return null;
		}
		this.logins.add(properties.getProperty("password"));
		this.answer.run();
		this.answered.incrementAndGet();
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> null);
	}

	@Override
	public boolean acceptsURL(String url) {
		return URL.equals(url);
	}

	@Override
	public DriverPropertyInfo[] getPropertyInfo(String url, Properties properties) {
		return new DriverPropertyInfo[0];
	}

	@Override
	public int getMajorVersion() {
		return 1;
	}

	@Override
	public int getMinorVersion() {
		return 0;
	}

	@Override
	public boolean jdbcCompliant() {
		return false;
	}

	@Override
	public Logger getParentLogger() {
		return Logger.getGlobal();
	}

}
