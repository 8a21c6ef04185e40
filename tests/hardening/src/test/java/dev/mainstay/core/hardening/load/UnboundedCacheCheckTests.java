package dev.mainstay.core.hardening.load;

import com.github.benmanes.caffeine.cache.Caffeine;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.cache.CacheManager;
import org.springframework.cache.annotation.EnableCaching;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.cache.concurrent.ConcurrentMapCacheManager;
import org.springframework.cache.support.NoOpCacheManager;
import org.springframework.context.annotation.Configuration;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class UnboundedCacheCheckTests {

	private final UnboundedCacheCheck check = new UnboundedCacheCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withUserConfiguration(Caching.class);

	@Test
	void plainMapsAreFound() {
		this.runner.withBean("caches", CacheManager.class, ConcurrentMapCacheManager::new)
			.run((context) -> assertThatLooking(this.check, context).fails("the cache manager caches keeps"));
	}

	@Test
	void cacheOfCaffeineThatNeverForgetsIsFound() {
		CaffeineCacheManager manager = new CaffeineCacheManager("prices");
		this.runner.withBean("caches", CacheManager.class, () -> manager)
			.run((context) -> assertThatLooking(this.check, context).fails("the cache prices of caches"));
	}

	@Test
	void sizeOrExpiryPasses() {
		CaffeineCacheManager sized = new CaffeineCacheManager("prices");
		sized.setCaffeine(Caffeine.newBuilder().maximumSize(100));
		CaffeineCacheManager expiring = new CaffeineCacheManager("rates");
		expiring.setCacheSpecification("expireAfterWrite=1m");
		this.runner.withBean("sized", CacheManager.class, () -> sized)
			.run((context) -> assertThatLooking(this.check, context).passes());
		this.runner.withBean("expiring", CacheManager.class, () -> expiring)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void cacheThatKeepsNothingPasses() {
		this.runner.withBean(CacheManager.class, NoOpCacheManager::new)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void managerThatNobodyCachesWithIsNothingToCheck() {
		new ApplicationContextRunner().withBean(CacheManager.class, ConcurrentMapCacheManager::new)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableCaching
	static class Caching {

	}

}
