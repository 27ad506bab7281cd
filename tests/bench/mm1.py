"""The same M/M/1 as server.c in SimPy, as a yardstick that anyone can install (Debian: python3-simpy, which is version
2; pip has version 4). Prints nanoseconds for a customer, one number a line."""
import random
import sys
import time

CUSTOMERS = 20000
LOAD = 0.8


def with_simpy_2():
    from SimPy.Simulation import Process, Resource, Simulation, hold, release, request

    class Customer(Process):
        def stay(self, server):
            yield request, self, server
            yield hold, self, random.expovariate(1.0)
            yield release, self, server

    class Street(Process):
        def send(self, server):
            for _ in range(CUSTOMERS):
                customer = Customer(sim=self.sim)
                self.sim.activate(customer, customer.stay(server))
                yield hold, self, random.expovariate(LOAD)

    sim = Simulation()
    sim.initialize()
    server = Resource(1, sim=sim)
    street = Street(sim=sim)
    sim.activate(street, street.send(server))
    begun = time.process_time()
    sim.simulate(until=1e12)
    return time.process_time() - begun


def with_simpy_4():
    import simpy

    def customer(env, server):
        with server.request() as turn:
            yield turn
            yield env.timeout(random.expovariate(1.0))

    def street(env, server):
        for _ in range(CUSTOMERS):
            env.process(customer(env, server))
            yield env.timeout(random.expovariate(LOAD))

    env = simpy.Environment()
    env.process(street(env, simpy.Resource(env, 1)))
    begun = time.process_time()
    env.run()
    return time.process_time() - begun


def main():
    try:
        import simpy  # noqa: F401
        run, version = with_simpy_4, simpy.__version__
    except ImportError:
        try:
            import SimPy
            run, version = with_simpy_2, SimPy.__version__
        except ImportError:
            return 77
    random.seed(1)
    print(version)
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 5):
        print(run() / CUSTOMERS * 1e9)
    return 0


sys.exit(main())
