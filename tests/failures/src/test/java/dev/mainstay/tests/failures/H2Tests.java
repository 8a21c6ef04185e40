package dev.mainstay.tests.failures;

class H2Tests extends AbstractDatabaseTests {

}
