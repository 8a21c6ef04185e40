package dev.mainstay.resilience;

import dev.mainstay.rules.AbstractArchitectureTests;

class ArchitectureTests extends AbstractArchitectureTests {

}
