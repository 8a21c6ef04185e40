package dev.mainstay.tests.failures;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An application with a database, which does not handle what goes wrong with it.
 */
@SpringBootApplication
class FailuresApplication {

}
