package dev.mainstay.tests.bad;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * What became of a tutorial: the user that Spring Security makes up, and a database that
 * is empty after each start.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(ForgottenController.class)
class ForgottenApplication {

}
