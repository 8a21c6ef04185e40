package dev.mainstay.core.hardening.load;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

import org.springframework.cache.CacheManager;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;

/**
 * A cache should forget.
 */
final class UnboundedCacheCheck implements HardeningCheck {

	private static final String CAFFEINE = "org.springframework.cache.caffeine.CaffeineCacheManager";

	private static final CheckDescription DESCRIPTION = CheckDescription.of("CACHE-01", Group.LOAD, Severity.MEDIUM)
		.title("Caches have a largest size, or an end")
		.why("""
				A cache that never forgets holds one entry for each key that anybody has ever asked for: it fills \
				the memory, and it answers with what was true weeks ago.""")
		.source("OWASP API4:2023; Spring Boot reference, caching")
		.decides("""
				Looks for the cache manager on plain maps, and for caches of Caffeine with neither a size nor an \
				expiry. Caches that Caffeine makes at their first use are seen after it. Not applicable without \
				@EnableCaching and a cache manager.""")
		.fix("""
				implementation("com.github.ben-manes.caffeine:caffeine")
				spring.cache.type=caffeine
				spring.cache.caffeine.spec=maximumSize=10000,expireAfterWrite=10m""");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		boolean caching = application.declares("org.springframework.cache.interceptor.CacheOperationSource");
		if (!caching || !application.declares("org.springframework.cache.CacheManager")) {
			return Verdict.notApplicable("no caching");
		}
		List<Finding> findings = new ArrayList<>();
		boolean caffeine = application.hasClass(CAFFEINE)
				&& application.hasClass("com.github.benmanes.caffeine.cache.Cache");
		application.namedBeans(CacheManager.class).forEach((name, manager) -> {
			if (manager instanceof ConcurrentMapCacheManager) {
				findings.add(Finding.of("the cache manager " + name + " keeps everything in plain maps"));
			}
			else if (caffeine && manager.getClass().getName().equals(CAFFEINE)) {
				CaffeineCaches.unbounded(manager)
					.forEach((cache) -> findings
						.add(Finding.of("the cache " + cache + " of " + name + " has neither a size nor an expiry")));
			}
		});
		return Verdict.of(findings);
	}

}
