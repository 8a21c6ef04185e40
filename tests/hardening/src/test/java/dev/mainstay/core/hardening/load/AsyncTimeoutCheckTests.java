package dev.mainstay.core.hardening.load;

import com.example.shop.AsyncWork.Promised;
import com.example.shop.AsyncWork.Slow;
import com.example.shop.PagedHandlers.Open;
import org.junit.jupiter.api.Test;
import org.springdoc.webmvc.SwaggerConfigurer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.AsyncSupportConfigurer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class AsyncTimeoutCheckTests {

	private static final String PROPERTY = "spring.mvc.async.request-timeout";

	private final AsyncTimeoutCheck check = new AsyncTimeoutCheck();

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(DispatcherServletAutoConfiguration.class, WebMvcAutoConfiguration.class));

	@Test
	void limitOfZeroIsFoundWithItsPlace() {
		this.runner.withBean(Slow.class)
			.withPropertyValues(PROPERTY + "=0")
			.run((context) -> assertThatLooking(this.check, context).fails(PROPERTY + "=0").at("test"));
	}

	@Test
	void limitBelowZeroIsFoundWithWhoAnswersLater() {
		this.runner.withBean(Promised.class)
			.withPropertyValues(PROPERTY + "=-1")
			.run((context) -> assertThatLooking(this.check, context)
				.fails(PROPERTY + "=-1, and Promised#promised answers later"));
	}

	@Test
	void limitOfTheServletSpecificationPasses() {
		this.runner.withBean(Slow.class)
			.withBean(Promised.class)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void limitThatIsSetPasses() {
		for (String limit : new String[] { "20s", "20000" }) {
			this.runner.withBean(Slow.class)
				.withPropertyValues(PROPERTY + "=" + limit)
				.run((context) -> assertThatLooking(this.check, context).passes());
		}
	}

	@Test
	void limitThatMayBeSetByCodeIsUnknown() {
		this.runner.withBean(Slow.class)
			.withUserConfiguration(Limited.class)
			.run((context) -> assertThatLooking(this.check, context).isUnknown());
	}

	@Test
	void configurerOfALibraryThatHasEveryMethodSetsNoLimit() {
		this.runner.withBean(Slow.class)
			.withBean(SwaggerConfigurer.class)
			.withPropertyValues(PROPERTY + "=0")
			.run((context) -> assertThatLooking(this.check, context).fails(PROPERTY + "=0"));
	}

	@Test
	void anApplicationThatAnswersAtOnceHasNothingToCheck() {
		this.runner.withBean(Open.class).run((context) -> assertThatLooking(this.check, context).isNotApplicable());
		new ApplicationContextRunner().withBean(Slow.class)
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Configuration(proxyBeanMethods = false)
	static class Limited implements WebMvcConfigurer {

		@Override
		public void configureAsyncSupport(AsyncSupportConfigurer configurer) {
			configurer.setDefaultTimeout(5000);
		}

	}

}
