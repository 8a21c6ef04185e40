package dev.mainstay.tests.data;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import org.flywaydb.core.Flyway;

import org.springframework.aop.Advisor;
import org.springframework.aop.framework.autoproxy.AbstractAutoProxyCreator;
import org.springframework.aop.support.AopUtils;
import org.springframework.cache.CacheManager;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.support.OpenEntityManagerInViewInterceptor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionManager;

/**
 * Tells what the application runs with, which it never chose itself.
 */
@Component
class Surroundings {

	private final ApplicationContext context;

	Surroundings(ApplicationContext context) {
		this.context = context;
	}

	/** Called by name. */
	public String kinds() {
		Map<String, String> kinds = new TreeMap<>();
		for (Class<?> type : new Class<?>[] { CacheManager.class, Advisor.class, AbstractAutoProxyCreator.class,
				TransactionManager.class, OpenEntityManagerInViewInterceptor.class, DataSource.class }) {
			kinds.put(type.getSimpleName(), classes(type));
		}
		return kinds.toString();
	}

	private String classes(Class<?> type) {
		return Arrays.toString(this.context.getBeansOfType(type)
			.values()
			.stream()
			.map((bean) -> AopUtils.getTargetClass(bean).getSimpleName())
			.sorted()
			.toArray());
	}

	/** Called by name. */
	public String settings() {
		Map<String, Object> settings = new TreeMap<>(this.context.getBean(EntityManagerFactory.class).getProperties());
		settings.keySet()
			.retainAll(Set.of("jakarta.persistence.validation.mode", "hibernate.dialect", "hibernate.hbm2ddl.auto",
					"hibernate.cache.use_second_level_cache", "hibernate.generate_statistics"));
		HikariDataSource pool = this.context.getBean(HikariDataSource.class);
		settings.put("pool", pool.getMaximumPoolSize() + "/" + pool.getMinimumIdle() + "/" + pool.getConnectionTimeout()
				+ "/" + pool.getMaxLifetime() + "/" + pool.getIdleTimeout());
		settings.put("migrations", this.context.getBean(Flyway.class).info().applied().length);
		settings.put("open-in-view", this.context.getEnvironment().getProperty("spring.jpa.open-in-view"));
		return settings.toString();
	}

}
