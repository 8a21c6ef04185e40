package dev.mainstay.tests.data;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cache.annotation.EnableCaching;

/**
 * An application with a database and a cache, and with annotations for retries that
 * nobody has switched on.
 */
@SpringBootApplication
@EnableCaching
class DataApplication {

}
