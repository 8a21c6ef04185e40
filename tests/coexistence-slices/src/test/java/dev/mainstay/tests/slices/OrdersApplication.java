package dev.mainstay.tests.slices;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * A small application of which each part has tests of its own.
 */
@SpringBootApplication
class OrdersApplication {

}
