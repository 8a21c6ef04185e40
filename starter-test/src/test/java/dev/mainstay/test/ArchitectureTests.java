package dev.mainstay.test;

import dev.mainstay.rules.AbstractArchitectureTests;

class ArchitectureTests extends AbstractArchitectureTests {

}
