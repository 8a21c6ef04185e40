package dev.mainstay.tests.pages;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * An application that people use with a browser: pages with scripts inside, a single-page
 * application, the console of its database and the documentation of its API.
 */
@SpringBootApplication
class PagesApplication {

	/**
	 * Its console would remember the last login in the home of whoever runs the tests.
	 */
	@Bean
	static BeanPostProcessor forgetfulConsole() {
		return new BeanPostProcessor() {

			@Override
			public Object postProcessBeforeInitialization(Object bean, String name) {
				if (name.equals("h2Console") && bean instanceof ServletRegistrationBean<?> console) {
					console.addInitParameter("properties", "null");
				}
				return bean;
			}

		};
	}

}
